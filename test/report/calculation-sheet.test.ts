import { calculationPage, staleElsewhere } from "../../src/report/calculation-sheet";
import { checkColumns, groupTables } from "../../src/report/calculation-tables";
import { contextOf, formulaText, readable, smallWorkbook, surveyWorkbook } from "./context";

const page = calculationPage("BC Tính toán", contextOf(), smallWorkbook);

test("BC Tính toán traces every number to its score cells", () => {
  expect(readable(page.blocks)).toMatchInlineSnapshot(`
    "
    note: Trang này do phần mềm Chỉ số CCHC lập và ghi lại ở mỗi lần tính; ghi chú riêng xin để ngoài vùng bảng và biểu đồ.
    CHAPTER BẢNG TÍNH CHỈ SỐ CCHC NĂM 2020
    note: Các bảng báo cáo lấy số từ trang này; trang này lấy số từ các ô điểm của bảng chấm điểm. Số ở đây chưa làm tròn.
    note: Dấu kiểm là tổng có trọng số của cột điểm: khác nhau nghĩa là điểm đã thay đổi sau lần tính.
    PART I. Sở (bảng chấm điểm: Bảng điểm)
    table calculation.1.summary: Tổng hợp
      order TT | name Cơ quan, đơn vị | working Điểm thẩm định | working Điểm điều tra XHH | working Tổng điểm | working Điểm tối đa | workingPercent Chỉ số CCHC (%) | working Chỉ số làm tròn 3 số lẻ | working Chỉ số × 1000 (bằng nhau ghi một lần) | working Xếp hạng | working Năm trước | working Dấu kiểm hiện tại | working Dấu kiểm khi tính
      body: 1 | Sở A | 92.5 =[score]-[survey] | 0 | 92.5 =SUM(calculation.1.score area 1:area 2[0]) | 100 =SUM(calculation.1.maximum area 1:area 2[1]) | 92.5 =IF([maximum]=0,"",[score]/[maximum]*100) | 92.5 =IF([index]="","",ROUND(ROUND([index],10),3)) | 92500 =IF(calculation.1.summary key[0]="","",IF(MATCH(calculation.1.summary key[0],calculation.1.summary key[0:1],0)=ROW(calculation.1.summary key[0])-ROW(calculation.1.summary key[$0])+1,ROUND(calculation.1.summary key[0]*1000,0),"")) | 2 =IF(calculation.1.summary key[0]="","",1+COUNTIF(calculation.1.summary counted[0:1],">"&ROUND(calculation.1.summary key[0]*1000,0))) | 80 ='Danh sách đơn vị'!D2 | 246 =IFERROR(ROUND(SUMPRODUCT((ROW('Bảng điểm'!D$3:D$6)-ROW('Bảng điểm'!D3)+1),'Bảng điểm'!D$3:D$6)+SUMPRODUCT(ISTEXT('Bảng điểm'!D$3:D$6)*(ROW('Bảng điểm'!D$3:D$6)-ROW('Bảng điểm'!D3)+1)*LEN('Bảng điểm'!D$3:D$6)),6),-1) | 246
      body: 2 | Sở B | 56 =[score]-[survey] | 0 | 56 =SUM(calculation.1.score area 1:area 2[1]) | 60 =SUM(calculation.1.maximum area 1:area 2[2]) | 93.33333333333333 =IF([maximum]=0,"",[score]/[maximum]*100) | 93.333 =IF([index]="","",ROUND(ROUND([index],10),3)) | 93333 =IF(calculation.1.summary key[1]="","",IF(MATCH(calculation.1.summary key[1],calculation.1.summary key[0:1],0)=ROW(calculation.1.summary key[1])-ROW(calculation.1.summary key[$0])+1,ROUND(calculation.1.summary key[1]*1000,0),"")) | 1 =IF(calculation.1.summary key[1]="","",1+COUNTIF(calculation.1.summary counted[0:1],">"&ROUND(calculation.1.summary key[1]*1000,0))) |  | 104 =IFERROR(ROUND(SUMPRODUCT((ROW('Bảng điểm'!E$3:E$6)-ROW('Bảng điểm'!E3)+1),'Bảng điểm'!E$3:E$6)+SUMPRODUCT(ISTEXT('Bảng điểm'!E$3:E$6)*(ROW('Bảng điểm'!E$3:E$6)-ROW('Bảng điểm'!E3)+1)*LEN('Bảng điểm'!E$3:E$6)),6),-1) | 104
      body:  | Cột điểm tối đa |  |  |  |  |  |  |  |  |  | 580 =IFERROR(ROUND(SUMPRODUCT((ROW('Bảng điểm'!C$2:C$6)-ROW('Bảng điểm'!C2)+1),'Bảng điểm'!C$2:C$6)+SUMPRODUCT(ISTEXT('Bảng điểm'!C$2:C$6)*(ROW('Bảng điểm'!C$2:C$6)-ROW('Bảng điểm'!C2)+1)*LEN('Bảng điểm'!C$2:C$6)),6),-1) | 580
    table calculation.1.score: Bảng tổng hợp điểm theo lĩnh vực
      order TT | name Cơ quan, đơn vị | working 1. Chỉ đạo điều hành | working 2. Thể chế
      body: 1 | Sở A | 53 =SUM('Bảng điểm'!D3:D4) | 39.5 =SUM('Bảng điểm'!D6)
      body: 2 | Sở B | 56 =SUM('Bảng điểm'!E3:E4) | 0
    table calculation.1.maximum: Điểm tối đa áp dụng
      order TT | name Cơ quan, đơn vị | working 1. Chỉ đạo điều hành | working 2. Thể chế
      set:  | Theo Bộ tiêu chí | 60 =SUM('Bảng điểm'!C3:C4) | 40 =SUM('Bảng điểm'!C6)
      body: 1 | Sở A | 60 =calculation.1.maximum area 1[$0] | 40 =calculation.1.maximum area 2[$0]
      body: 2 | Sở B | 60 =calculation.1.maximum area 1[$0] | 0
    table calculation.1.index: Chỉ số thành phần (%)
      order TT | name Cơ quan, đơn vị | workingPercent 1. Chỉ đạo điều hành | workingPercent 2. Thể chế
      body: 1 | Sở A | 88.33333333333333 =IF(calculation.1.maximum area 1[1]=0,"",calculation.1.score area 1[0]/calculation.1.maximum area 1[1]*100) | 98.75 =IF(calculation.1.maximum area 2[1]=0,"",calculation.1.score area 2[0]/calculation.1.maximum area 2[1]*100)
      body: 2 | Sở B | 93.33333333333333 =IF(calculation.1.maximum area 1[2]=0,"",calculation.1.score area 1[1]/calculation.1.maximum area 1[2]*100) |  =IF(calculation.1.maximum area 2[2]=0,"",calculation.1.score area 2[1]/calculation.1.maximum area 2[2]*100)
    table calculation.1.key: Chỉ số thành phần làm tròn 3 số lẻ (để xếp hạng)
      order TT | name Cơ quan, đơn vị | working 1. Chỉ đạo điều hành | working 2. Thể chế
      body: 1 | Sở A | 88.333 =IF(calculation.1.index area 1[0]="","",ROUND(ROUND(calculation.1.index area 1[0],10),3)) | 98.75 =IF(calculation.1.index area 2[0]="","",ROUND(ROUND(calculation.1.index area 2[0],10),3))
      body: 2 | Sở B | 93.333 =IF(calculation.1.index area 1[1]="","",ROUND(ROUND(calculation.1.index area 1[1],10),3)) |  =IF(calculation.1.index area 2[1]="","",ROUND(ROUND(calculation.1.index area 2[1],10),3))
    table calculation.1.counted: Chỉ số thành phần × 1000 (để đếm thứ hạng; các đơn vị bằng nhau chỉ ghi một lần)
      order TT | name Cơ quan, đơn vị | working 1. Chỉ đạo điều hành | working 2. Thể chế
      body: 1 | Sở A | 88333 =IF(calculation.1.key area 1[0]="","",IF(MATCH(calculation.1.key area 1[0],calculation.1.key area 1[0:1],0)=ROW(calculation.1.key area 1[0])-ROW(calculation.1.key area 1[$0])+1,ROUND(calculation.1.key area 1[0]*1000,0),"")) | 98750 =IF(calculation.1.key area 2[0]="","",IF(MATCH(calculation.1.key area 2[0],calculation.1.key area 2[0:1],0)=ROW(calculation.1.key area 2[0])-ROW(calculation.1.key area 2[$0])+1,ROUND(calculation.1.key area 2[0]*1000,0),""))
      body: 2 | Sở B | 93333 =IF(calculation.1.key area 1[1]="","",IF(MATCH(calculation.1.key area 1[1],calculation.1.key area 1[0:1],0)=ROW(calculation.1.key area 1[1])-ROW(calculation.1.key area 1[$0])+1,ROUND(calculation.1.key area 1[1]*1000,0),"")) |  =IF(calculation.1.key area 2[1]="","",IF(MATCH(calculation.1.key area 2[1],calculation.1.key area 2[0:1],0)=ROW(calculation.1.key area 2[1])-ROW(calculation.1.key area 2[$0])+1,ROUND(calculation.1.key area 2[1]*1000,0),""))
    table calculation.1.rank: Xếp hạng theo lĩnh vực
      order TT | name Cơ quan, đơn vị | working 1. Chỉ đạo điều hành | working 2. Thể chế
      body: 1 | Sở A | 2 =IF(calculation.1.key area 1[0]="","",1+COUNTIF(calculation.1.counted area 1[0:1],">"&ROUND(calculation.1.key area 1[0]*1000,0))) | 1 =IF(calculation.1.key area 2[0]="","",1+COUNTIF(calculation.1.counted area 2[0:1],">"&ROUND(calculation.1.key area 2[0]*1000,0)))
      body: 2 | Sở B | 1 =IF(calculation.1.key area 1[1]="","",1+COUNTIF(calculation.1.counted area 1[0:1],">"&ROUND(calculation.1.key area 1[1]*1000,0))) |  =IF(calculation.1.key area 2[1]="","",1+COUNTIF(calculation.1.counted area 2[0:1],">"&ROUND(calculation.1.key area 2[1]*1000,0)))
    "
  `);
});

test("its stale line compares the checks, and the other pages refer to it", () => {
  const line = page.staleLine === null ? "" : formulaText(page.staleLine);
  expect(line).toContain(
    "SUMPRODUCT(--(ABS(calculation.1.summary checkNow[0:2]-calculation.1.summary checkThen[0:2])>0.00001))",
  );
  expect(formulaText(staleElsewhere)).toBe('calculation stale&""');
});

test("the checks are below each other, the maxima's last", () => {
  const { results, texts } = contextOf(surveyWorkbook());
  const [result] = results.groups;
  if (result === undefined) throw new Error("no group was read");
  const [now, then] = checkColumns({ result, at: 0 });
  const [summary] = groupTables({ result, at: 0, settings: results.settings, grids: surveyWorkbook(), texts });
  expect([summary?.id, summary?.rows.length]).toEqual([now.table, now.lastRow + 1]);
  expect(summary?.columns.map(({ key }) => key)).toEqual(expect.arrayContaining([now.column, then.column]));
});
