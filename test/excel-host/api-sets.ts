import ts from "typescript";

/** The types of Office.js, whose comments name the API set of each member. */
export const officeTypes: string = require.resolve("@types/office-js/index.d.ts");

/** "Range.getRow" → "1.9"; null for a member of no ordinary set (preview, online or desktop only). */
export type ApiSets = ReadonlyMap<string, string | null>;

/** Reads the sets of all members of namespace Excel from "[Api set: ExcelApi 1.9]" in their comments. */
export function readApiSets(source: ts.SourceFile): ApiSets {
  const sets = new Map<string, string | null>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel") continue;
    if (statement.body && ts.isModuleBlock(statement.body)) readTypes(statement.body, source, sets);
  }
  return sets;
}

/** The documentation as a tree of its own, for whoever needs nothing of the type checker. */
export function officeSource(): ts.SourceFile {
  const text = ts.sys.readFile(officeTypes) ?? "";
  return ts.createSourceFile(officeTypes, text, ts.ScriptTarget.ES2022, true);
}

/** "Range.getRow" for the declaration of a member inside namespace Excel, otherwise null. */
export function memberName(declaration: ts.Declaration): string | null {
  const { parent } = declaration;
  const isType = ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent);
  if (!isType || !parent.name) return null;
  const name = (declaration as ts.NamedDeclaration).name;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? `${parent.name.text}.${name.text}` : null;
}

/** Is a declaration the whole of Excel's, and not one of its update or load helpers? */
export function isInExcel(declaration: ts.Declaration): boolean {
  for (let node: ts.Node | undefined = declaration; node; node = node.parent) {
    if (ts.isModuleDeclaration(node) && node.name.text === "Excel") return true;
  }
  return false;
}

/** Is set "1.14" later than "1.9"? null is later than any. */
export function isLater(one: string | null, other: string): boolean {
  return one === null || minorOf(one) > minorOf(other);
}

function readTypes(body: ts.ModuleBlock, source: ts.SourceFile, sets: Map<string, string | null>): void {
  for (const statement of body.statements) {
    const isType =
      ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement);
    if (!isType || !statement.name) continue;
    const ofType = setOf(statement, source);
    for (const member of statement.members as ts.NodeArray<ts.Declaration>) {
      const name = memberName(member);
      if (name === null) continue;
      const own = setOf(member, source);
      const set = own === undefined ? (ofType ?? "1.1") : own;
      // Of overloads, the one that came first.
      const known = sets.get(name);
      if (known === undefined || isLater(known, set ?? "999")) sets.set(name, set);
    }
  }
}

/** undefined: the comment names no set. */
function setOf(node: ts.Node, source: ts.SourceFile): string | null | undefined {
  const comments = ts.getJSDocCommentsAndTags(node).map((comment) => comment.getFullText(source));
  const match = /\[Api set: ([^\]]+)\]/.exec(comments.join("\n"));
  if (!match) return undefined;
  return /^ExcelApi (1\.\d+)/.exec(match[1] ?? "")?.[1] ?? null;
}

function minorOf(set: string): number {
  return Number(set.split(".")[1] ?? 0);
}
