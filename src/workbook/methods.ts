/** The words of the column Hình thức đánh giá. */
import type { Method } from "../scoring/model";
import { normalise } from "./text";

const methodWords: Readonly<Record<Method, readonly string[]>> = {
  appraisal: ["thẩm định", "hội đồng thẩm định", "chấm điểm", "tự đánh giá, thẩm định"],
  survey: ["điều tra xhh", "điều tra xã hội học", "xhh", "xã hội học", "điều tra", "khảo sát"],
  bonus: ["điểm thưởng", "thưởng"],
  penalty: ["điểm trừ", "trừ", "trừ điểm"],
};

const methods = new Map(
  (Object.keys(methodWords) as Method[]).flatMap((method) =>
    methodWords[method].map((word) => [word, method] as const),
  ),
);

/** As they are offered to users. */
export const knownMethods = ["Thẩm định", "Điều tra XHH", "Điểm thưởng", "Điểm trừ"] as const;

/** The method that the text names; null for other texts. */
export function methodOf(text: string): Method | null {
  return methods.get(normalise(text)) ?? null;
}
