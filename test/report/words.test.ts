import { toRoman } from "../../src/data/roman";
import { asHeading, count, insideSentence, joinedWithAnd } from "../../src/report/words";

describe("names inside a sentence", () => {
  it("begin small, but abbreviations stay", () => {
    expect(insideSentence("Công tác chỉ đạo, điều hành CCHC")).toBe("công tác chỉ đạo, điều hành CCHC");
    expect(insideSentence("CCHC của tỉnh")).toBe("CCHC của tỉnh");
    expect(insideSentence("UBND cấp huyện")).toBe("UBND cấp huyện");
  });

  it("typed in capitals become small but for the field's abbreviations", () => {
    expect(insideSentence("CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC")).toBe("công tác chỉ đạo điều hành CCHC");
    expect(insideSentence("CẢI CÁCH TTHC")).toBe("cải cách TTHC");
  });
});

it("counts stand with two digits, groups with Roman ones", () => {
  expect([count(1), count(21), count(168)]).toEqual(["01", "21", "168"]);
  expect([1, 2, 4, 9, 14].map(toRoman)).toEqual(["I", "II", "IV", "IX", "XIV"]);
});

it("lists end with 'và'", () => {
  expect(joinedWithAnd(["(I)"])).toBe("(I)");
  expect(joinedWithAnd(["(I)", "(II)", "(III)"])).toBe("(I), (II) và (III)");
});

it("headings begin large", () => {
  expect(asHeading("các đơn vị cấp tỉnh")).toBe("Các đơn vị cấp tỉnh");
});
