import { rankingSections } from "../../src/report/ranking-sheet";
import type { ReportContext } from "../../src/report/report-context";
import { contextOf, readable, sectionWith, surveyWorkbook } from "./context";

const ranking = (context: ReportContext): string =>
  readable(sectionWith("III.1", rankingSections(context.results, context.texts)).blocks(context));

test("the ranking of a group has sentences, a table by rank with the mean, and a chart", () => {
  expect(ranking(contextOf())).toMatchInlineSnapshot(`
    "
    CHAPTER III. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2020
    SECTION 1. Kết quả Chỉ số CCHC của Sở
    paragraph: Chỉ số CCHC của Sở năm 2020 có giá trị trung bình đạt 92,92%, cao hơn năm 2019 là 12,92% (năm 2019 đạt 80%); tất cả 02 đơn vị nằm trong nhóm tương đối cao (Chỉ số CCHC đạt từ 80% đến dưới 95%), cụ thể:
    note: Tiêu chí không áp dụng: quy đổi trên tổng điểm (điểm đạt được chia cho tổng điểm tối đa của các tiêu chí áp dụng).
    table III.1
      rank Xếp hạng | name Sở | points Điểm thẩm định | index Chỉ số CCHC
      body: 1 =calculation.1.summary rank[1] | Sở B | 56 =ROUND(ROUND(calculation.1.summary score[1],10),2) | 93.333 =ROUND(ROUND(calculation.1.summary index[1],10),3)
      body: 2 =calculation.1.summary rank[0] | Sở A | 92.5 =ROUND(ROUND(calculation.1.summary score[0],10),2) | 92.5 =ROUND(ROUND(calculation.1.summary index[0],10),3)
      mean:  | Giá trị trung bình | 74.25 =ROUND(ROUND(AVERAGE(calculation.1.summary score[0:1]),10),2) | 92.92 =ROUND(ROUND(AVERAGE(calculation.1.summary index[0:1]),10),2)
    chart of III.1, name: index: Kết quả Chỉ số CCHC của Sở năm 2020
    "
  `);
});

test("of one agency there is no rank and no chart; surveys have a column of their own", () => {
  const blocks = ranking(contextOf(surveyWorkbook(["Xếp hạng toàn quốc", "45/63"], ["Trần chỉ số (%)", 100])));
  expect(blocks).toMatchInlineSnapshot(`
    "
    CHAPTER III. KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) NĂM 2020
    SECTION 1. Kết quả Chỉ số CCHC của Điểm
    paragraph: Chỉ số CCHC của Điểm năm 2020 có giá trị trung bình đạt 86,25%.
    paragraph: Nhóm có một đơn vị nên không xếp hạng.
    paragraph: Xếp hạng toàn quốc: 45/63.
    note: Chỉ số CCHC không vượt quá 100% (trần chỉ số).
    table III.1
      rank Xếp hạng | name Điểm | points Điểm thẩm định | points Điểm điều tra XHH | points Tổng điểm | index Chỉ số CCHC
      body: – | Sở A | 66 =ROUND(ROUND(calculation.1.summary appraised[0],10),2) | 20.25 =ROUND(ROUND(calculation.1.summary survey[0],10),2) | 86.25 =ROUND(ROUND(calculation.1.summary score[0],10),2) | 86.25 =ROUND(ROUND(calculation.1.summary index[0],10),3)
      mean:  | Giá trị trung bình | 66 =ROUND(ROUND(AVERAGE(calculation.1.summary appraised[0:0]),10),2) | 20.25 =ROUND(ROUND(AVERAGE(calculation.1.summary survey[0:0]),10),2) | 86.25 =ROUND(ROUND(AVERAGE(calculation.1.summary score[0:0]),10),2) | 86.25 =ROUND(ROUND(AVERAGE(calculation.1.summary index[0:0]),10),2)
    "
  `);
});
