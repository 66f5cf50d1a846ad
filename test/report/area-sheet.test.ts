import { areaSections } from "../../src/report/area-sheet";
import { contextOf, readable, sectionWith, surveyWorkbook } from "./context";

test("an area has a table by its own rank, a mean over those that have it, and a chart", () => {
  const context = contextOf();
  const section = sectionWith("IV.2", areaSections(context.results, context.texts));
  expect(section).toMatchObject({ name: "BC IV.2", about: "Thể chế" });
  expect(readable(section.blocks(context))).toMatchInlineSnapshot(`
    "
    CHAPTER IV. KẾT QUẢ CHẤM ĐIỂM CHỈ SỐ CCHC THEO TỪNG CHỈ SỐ THÀNH PHẦN
    SECTION 2. Thể chế
    note: Tiêu chí không áp dụng: quy đổi trên tổng điểm (điểm đạt được chia cho tổng điểm tối đa của các tiêu chí áp dụng).
    SECTION 2.1. Sở
    paragraph: Chỉ số thành phần thể chế của Sở được xác định dựa trên 01 tiêu chí gồm: (1) Văn bản. Điểm tối đa của Chỉ số thành phần này là 40 điểm, kết quả cụ thể:
    table IV.2.1
      rank Xếp hạng | name Sở | points Điểm thể chế (tối đa 40 điểm) | index Chỉ số thành phần thể chế (%)
      body: 1 =calculation.1.rank area 2[0] | Sở A | 39.5 =ROUND(ROUND(calculation.1.score area 2[0],10),3) | 98.75 =ROUND(ROUND(calculation.1.index area 2[0],10),2)
      body: – | Sở B | 0 =ROUND(ROUND(calculation.1.score area 2[1],10),3) | Không áp dụng
      mean:  | Giá trị trung bình | 39.5 =ROUND(ROUND(AVERAGEIF(calculation.1.maximum area 2[1:2],">0",calculation.1.score area 2[0:1]),10),2) | 98.75 =ROUND(ROUND(AVERAGE(calculation.1.index area 2[0:1]),10),2)
    chart of IV.2.1, name: score, index: Chỉ số thể chế Sở năm 2020
    "
  `);
});

test("of one agency an area has no chart", () => {
  const context = contextOf(surveyWorkbook());
  const blocks = sectionWith("IV.1", areaSections(context.results, context.texts)).blocks(context);
  expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "heading", "heading", "paragraph", "table"]);
});
