import { comparisonSections } from "../../src/report/comparison-sheet";
import { contextOf, readable, sectionWith, surveyWorkbook } from "./context";

test("the comparison has each agency beside last year, and says over how many the mean is", () => {
  const context = contextOf();
  const section = sectionWith("III.comparison", comparisonSections(context.results, context.texts));
  expect(readable(section.blocks(context))).toMatchInlineSnapshot(`
    "
    CHAPTER III. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2020
    SECTION 2. Giá trị trung bình Chỉ số CCHC năm 2020 so với năm 2019
    paragraph: Giá trị trung bình Chỉ số CCHC năm 2020 của toàn tỉnh là 92,92%, cao hơn năm 2019 là 12,92% (năm 2019 đạt 80%), cụ thể:
    table III.comparison
      order TT | name Cơ quan, đơn vị | percent Năm 2019 | percent Năm 2020 | change Giá trị tăng/giảm
      group: I | Sở
      body: 1 | Sở B |  | 93.33 =ROUND(ROUND(calculation.1.summary index[1],10),2) | không đủ cơ sở so sánh
      body: 2 | Sở A | 80 =ROUND(ROUND(calculation.1.summary lastYear[0],10),2) | 92.5 =ROUND(ROUND(calculation.1.summary index[0],10),2) | 12.5 =ROUND([index]-[lastYear],2)
      mean:  | Giá trị trung bình | 80 =ROUND(ROUND(AVERAGE(calculation.1.summary lastYear[0:1]),10),2) | 92.92 =ROUND(ROUND(AVERAGE(calculation.1.summary index[0:1]),10),2) | 12.92 =ROUND([index]-[lastYear],2)
      * Sở: Giá trị trung bình năm 2019 tính trên 01/02 đơn vị có số liệu.
    "
  `);
});

test("there is none without a value of last year", () => {
  const { results, texts } = contextOf(surveyWorkbook());
  expect(comparisonSections(results, texts)).toMatchObject([{ available: false }]);
});
