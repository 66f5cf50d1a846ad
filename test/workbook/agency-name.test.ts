import { agencyKey, isNearName } from "../../src/workbook/agency-name";

describe("the key of an agency's name", () => {
  test.each([
    ["Sở Nội vụ", "Sở Nội vụ".normalize("NFD")],
    ["UBND huyện Đắk Mil", "UBND huyện Đăk Mil"],
    ["Sở Y tế tỉnh Đắk Lắk", "Sở Y tế tỉnh Đăk Lăk"],
    ["UBND huyện Krông Nô", "UBND huyện K'rông Nô"],
    ["UBND huyện Krông Nô", "UBND huyện K'rong Nô"],
    ["UBND huyện Krông Nô", "UBND huyện K’rông Nô"],
    ["UBND huyện Đắk G'long", "UBND huyện Đắk Glong"],
    ["UBND huyện Đắk G'long", "UBND huyện Đăk G’Long"],
    ["UBND huyện Đắk R'lấp", "UBND huyện Đăk R' lấp"],
    ["Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"],
    ["Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"],
    ["Sở Lao động - Thương binh và Xã hội", "Sở Lao động -Thương binh và Xã hội"],
    ["Sở Lao động - Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội"],
    ["Sở Lao động - Thương binh và Xã hội", "Sở Lao động – Thương binh và Xã hội"],
    ["Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"],
    ["Sở  Tư\u00a0pháp ", "Sở Tư pháp"],
    ["Sở Tư\npháp", "Sở Tư pháp"],
    ["Kho Bạc Nhà nước tỉnh", "Kho bạc Nhà nước tỉnh"],
    ["xã Tân Hòa", "xã Tân Hoà"],
    ["Ủy ban nhân dân xã Hòa Thuý", "UBND xã Hoà Thúy"],
    ["UBND thành phố Gia Nghĩa", "TP. Gia Nghĩa"],
    ["UBND huyện Cư Jút", "Huyện Cư Jút"],
  ])("is the same for %s and %s", (one, other) => {
    expect(agencyKey(one)).toBe(agencyKey(other));
  });

  test.each([
    ["Phường 1", "Phường 10"],
    ["xã Tân Hà", "xã Tân Hạ"],
    ["xã Đắk Song", "huyện Đắk Song"],
    ["UBND xã Đắk Song", "UBND huyện Đắk Song"],
    ["Đắk R'lấp", "Đắk R'la"],
    ["UBND huyện Krông Nô", "UBND huyện K'ông Nô"],
    ["Chi cục Thuế khu vực I", "Chi cục Thuế khu vực II"],
    ["Sở Tài chính", "Sở Tư pháp"],
    ["Ban Dân tộc", "Ban Dân vận"],
    ["UBND tỉnh", "Văn phòng UBND tỉnh"],
  ])("is not the same for %s and %s", (one, other) => {
    expect(agencyKey(one)).not.toBe(agencyKey(other));
  });
});

describe("a name one letter away", () => {
  test.each([
    ["UBND huyện K'ông Nô", "UBND huyện Krông Nô"],
    ["UBND huyện K'ông Nô", "UBND huyện K'rông Nô"],
    ["Sở Công Thuơng", "Sở Công Thương"],
    ["Văn phòng UBND tỉnh", "Văn phong UBND tỉnh"],
  ])("%s is a typo of %s", (one, other) => {
    expect(isNearName(one, other)).toBe(true);
    expect(isNearName(other, one)).toBe(true);
  });

  test.each([
    ["Phường 1", "Phường 2"],
    ["Phường 1", "Phường 10"],
    ["xã Krông Na", "xã Krông Nô"],
    ["xã Quảng Thanh", "xã Quảng Thành"],
    ["Quảng Thanh", "Quảng Thành"],
    ["xã Tân Hà", "xã Tân Hạ"],
    ["UBND huyện Đắk R'lấp", "UBND huyện Đắk R'la"],
    ["Chi cục Thuế khu vực VII", "Chi cục Thuế khu vực VIII"],
    ["Sở Nội vụ", "Sở Nội vụ"],
    ["huyện Đắk Song", "xã Đắk Song"],
  ])("%s is no typo of %s", (one, other) => {
    expect(isNearName(one, other)).toBe(false);
  });
});
