"use strict";

/** The address that stands in manifest.xml itself. */
const sourceOrigin = "https://localhost:3000";

/** The address of the folder that holds the pages, without a slash at its end; throws where Office cannot use it. */
function checkedOrigin(text) {
  const address = URL.canParse(String(text)) ? new URL(String(text)) : null;
  const isPlain = address !== null && address.search === "" && address.hash === "" && address.username === "";
  if (!isPlain || address.protocol !== "https:") {
    throw new Error(
      `Địa chỉ "${text}" không dùng được cho Office: ghi địa chỉ https, ví dụ --env origin=https://localhost:3000. ` +
        `(Office needs an https address.)`,
    );
  }
  return address.href.replace(/\/+$/, "");
}

/** manifest.xml with every address moved to the origin. */
function manifestForOrigin(xml, origin) {
  return xml.replaceAll(sourceOrigin, origin.replaceAll("&", "&amp;"));
}

module.exports = { sourceOrigin, checkedOrigin, manifestForOrigin };
