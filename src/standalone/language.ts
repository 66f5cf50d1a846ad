import { standaloneTextsEn } from "../strings/standalone.en";
import { type StandaloneTexts, standaloneTextsVi } from "../strings/standalone.vi";

export type Language = "vi" | "en";

export const textsOf: Readonly<Record<Language, StandaloneTexts>> = { vi: standaloneTextsVi, en: standaloneTextsEn };

const key = "par-index-language";

/** The language chosen last time on this machine; Vietnamese at first. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(key) === "en" ? "en" : "vi";
  } catch {
    // Browsers may forbid pages to keep anything.
    return "vi";
  }
}

export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The choice holds until the page is closed.
  }
}
