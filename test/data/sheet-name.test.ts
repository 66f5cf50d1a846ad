import { freeSheetName } from "../../src/data/sheet-name";

describe("a free sheet name", () => {
  it("is the base, else the base with the first number that no sheet has", () => {
    expect(freeSheetName("Thông tin", [])).toBe("Thông tin");
    expect(freeSheetName("Thông tin", ["THÔNG TIN", "Thông tin (2)"])).toBe("Thông tin (3)");
  });

  it("is no longer than Excel allows, without a blank before the suffix", () => {
    const base = `${"x".repeat(26)} yyyyyyyy`;
    expect(freeSheetName(base, [])).toBe(`${"x".repeat(26)} yyyy`);
    expect(freeSheetName(base, [base.slice(0, 31)])).toBe(`${"x".repeat(26)} (2)`);
  });

  it("does not look like another one that is written in another Unicode form", () => {
    expect(freeSheetName("Thông tin".normalize("NFC"), ["Thông tin".normalize("NFD")])).toBe("Thông tin (2)");
  });

  it("takes the suffixes that it is given", () => {
    const suffix = (number: number): string => ` ~${String(number)}`;
    expect(freeSheetName("PARINDEX", ["PARINDEX ~1"], suffix)).toBe("PARINDEX ~2");
  });
});
