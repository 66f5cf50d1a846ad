/** The dialog of commands/main.ts: shows the sentence in its address, as text and never as HTML. */
import { sentenceInAddress } from "./sentence-in-address";

const place = document.getElementById("sentence");
if (place !== null) place.textContent = sentenceInAddress(window.location.hash);
