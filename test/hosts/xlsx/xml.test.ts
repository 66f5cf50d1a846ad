import {
  appendInside,
  applyEdits,
  editedSource,
  insertInOrder,
  removeElement,
  replaceInside,
  setAttribute,
  withAttribute,
} from "../../../src/ooxml/xml-edit";
import { decodeXml, encodeXml, escapeCellText, escapeXml, unescapeCellText } from "../../../src/ooxml/xml-text";
import { childNamed, parseXml } from "../../../src/ooxml/xml-tree";

describe("an edit of XML", () => {
  const edited = (
    text: string,
    edit: (root: ReturnType<typeof parseXml>) => Parameters<typeof applyEdits>[1][number],
  ) => applyEdits(text, [edit(parseXml(text))]);

  it("leaves everything around it as it was written", () => {
    const text =
      "\uFEFF<?xml version='1.0'?>\r\n<!-- “é” 😀 --><a  x = '1'\n y=\"&lt;b>\" ><b/> t <c z='>'>x</c >\r\n</a>\n";
    const child = (local: string) => (root: ReturnType<typeof parseXml>) => {
      const found = childNamed(root, local);
      if (!found) throw new Error(local);
      return found;
    };
    expect(edited(text, (root) => removeElement(child("b")(root)))).toBe(text.replace("<b/>", ""));
    expect(edited(text, (root) => removeElement(child("c")(root)))).toBe(text.replace("<c z='>'>x</c >", ""));
    expect(edited(text, (root) => replaceInside(text, child("c")(root), "y"))).toBe(text.replace(">x</c", ">y</c"));
    expect(edited(text, (root) => appendInside(text, child("b")(root), "<d/>"))).toBe(
      text.replace("<b/>", "<b><d/></b>"),
    );
    expect(edited(text, (root) => appendInside(text, root, "<d/>"))).toBe(text.replace("</a>", "<d/></a>"));
    expect(edited(text, (root) => setAttribute(text, root, "y", "2"))).toBe(text.replace('y="&lt;b>"', 'y="2"'));
  });

  it("opens an element written <like-this/> once, however many things are put inside", () => {
    const text = "<r><a x='1' /><b/></r>";
    const root = parseXml(text);
    const [a, b] = root.children;
    if (!a || !b) throw new Error("no children");
    const edits = [
      appendInside(text, a, "<c/>"),
      setAttribute(text, a, "x", "2"),
      insertInOrder(text, a, ["c", "d"], "d", "<d/>"),
      setAttribute(text, a, "y", "3"),
      { start: b.start, end: b.start, text: "<between/>" },
      replaceInside(text, b, "<e/>"),
      appendInside(text, b, "<f/>"),
    ];
    const after = '<r><a x="2" y="3"><c/><d/></a><between/><b><e/><f/></b></r>';
    expect(applyEdits(text, edits)).toBe(after);
    // Content keeps its order; what stands between two elements may be named before or after them.
    expect(applyEdits(text, [...edits.slice(4), ...edits.slice(0, 4)])).toBe(after);
    expect(applyEdits("<r/>", [appendInside("<r/>", parseXml("<r/>"), "")])).toBe("<r></r>");
  });

  it("of a part of the text is made in that part alone", () => {
    const text = "<r><a/><a x='1'/></r>";
    const second = parseXml(text).children[1];
    if (!second) throw new Error("no child");
    const edits = [setAttribute(text, second, "x", "2"), appendInside(text, second, "t")];
    expect(editedSource(text, second, edits)).toBe('<a x="2">t</a>');
  });

  it("is refused where another one changes the same place", () => {
    const text = "<r><a>t</a></r>";
    const a = childNamed(parseXml(text), "a");
    if (!a) throw new Error("no child");
    expect(() => applyEdits(text, [removeElement(a), replaceInside(text, a, "u")])).toThrow(RangeError);
  });

  it("sets an attribute that is there, adds one that is not, takes one away", () => {
    expect(withAttribute(`<a b='x c="1"' c = "2"/>`, "c", '3"')).toBe(`<a b='x c="1"' c="3&quot;"/>`);
    expect(withAttribute(`<a b='x c="1"' />`, "c", "3")).toBe(`<a b='x c="1"' c="3" />`);
    expect(withAttribute(`<a b="1" c="2">`, "b", null)).toBe(`<a c="2">`);
    expect(withAttribute(`<a b="1"/>`, "c", null)).toBe(`<a b="1"/>`);
  });

  it("puts a new child where the schema wants it", () => {
    const order = ["sheets", "names", "calc", "ext"];
    const insert = (text: string) =>
      applyEdits(text, [insertInOrder(text, parseXml(text), order, "names", "<names/>")]);
    expect(insert("<w><sheets/><calc/><ext/></w>")).toBe("<w><sheets/><names/><calc/><ext/></w>");
    expect(insert("<w><sheets/></w>")).toBe("<w><sheets/><names/></w>");
  });
});

describe("text in XML", () => {
  it("has its special characters escaped and illegal ones dropped", () => {
    expect(escapeXml('a<b>&"c"\u0000\u000B\uFFFE\uD800\r\n😀')).toBe("a&lt;b&gt;&amp;&quot;c&quot;&#13;\n😀");
  });

  it("survives Excel's own escapes", () => {
    expect(escapeCellText("_x0041_ _x_ x0041_")).toBe("_x005F_x0041_ _x_ x0041_");
    expect(unescapeCellText(escapeCellText("_x0041_"))).toBe("_x0041_");
    expect(unescapeCellText("a_x000D__x000a_b")).toBe("a\r\nb");
  });

  it("is read from UTF-16 and written as UTF-8", () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>Đ</a>';
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ]);
    expect(decodeXml(bytes)).toBe(text);
    expect(decodeXml(encodeXml(text))).toBe(text.replace("UTF-16", "UTF-8"));
  });
});
