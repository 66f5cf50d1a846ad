import ts from "typescript";
import { isInExcel, isLater, memberName, officeTypes, type ApiSets } from "./api-sets";

/** A member of Excel.* that a source file uses. */
export interface UsedMember {
  /** "Range.getRow" */
  readonly member: string;
  /** null: not in any ordinary set. */
  readonly set: string | null;
  /** The set that is known to be there at this place. */
  readonly guardedBy: string;
  readonly place: string;
}

/** Functions that tell whether Excel has a set: hasApi("1.14"), isSetSupported("ExcelApi", "1.14"). */
const guards = ["hasApi", "isSetSupported"];

/** Reads the sources with the type checker; texts, by path, stand in for files that do not exist. */
export function programOf(files: readonly string[], texts: Readonly<Record<string, string>> = {}): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
  };
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path in texts || fileExists(path);
  host.readFile = (path) => texts[path] ?? readFile(path);
  host.getSourceFile = (path, languageOrOptions, ...rest) => {
    const text = texts[path];
    return text === undefined
      ? getSourceFile(path, languageOrOptions, ...rest)
      : ts.createSourceFile(path, text, languageOrOptions, true);
  };
  return ts.createProgram([...files, ...Object.keys(texts), officeTypes], options, host);
}

/**
 * Every use of a member of Excel.* in these files, by whatever syntax: access, destructuring, names in load().
 * A use counts as guarded inside `if (hasApi("1.14")) …`, `hasApi("1.14") ? … : …`, `hasApi("1.14") && …`, and after
 * `if (!hasApi("1.14")) return …` in the same block.
 */
export function usedMembers(program: ts.Program, files: readonly string[], sets: ApiSets, base: string): UsedMember[] {
  const checker = program.getTypeChecker();
  const used: UsedMember[] = [];
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} was not read`);
    const add = (node: ts.Node, symbol: ts.Symbol | undefined): void => {
      for (const name of membersOf(symbol)) {
        const set = sets.get(name);
        if (set === undefined) continue;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        used.push({ member: name, set, guardedBy: guardOf(node, base), place: `${file}:${String(line + 1)}` });
      }
    };
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && isUse(node)) add(node, usedSymbol(checker, node));
      if (ts.isBindingElement(node)) add(node, boundProperty(checker, node));
      if (ts.isCallExpression(node)) for (const symbol of loadedProperties(checker, node)) add(node, symbol);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return used;
}

/** Names of the same member in one place are one use. */
export function needing(used: readonly UsedMember[]): UsedMember[] {
  const places = new Set<string>();
  return used.filter(({ member, set, guardedBy, place }) => {
    if (!isLater(set, guardedBy)) return false;
    const key = `${member} ${place}`;
    return !places.has(key) && places.add(key);
  });
}

/**
 * Load options, update data and the like (interfaces in Excel.Interfaces) mirror members of a class: they count as
 * these; those of a collection as the members of its items.
 */
function membersOf(symbol: ts.Symbol | undefined): string[] {
  return (symbol?.declarations ?? []).flatMap((declaration) => {
    if (!declaration.getSourceFile().fileName.endsWith("office-js/index.d.ts") || !isInExcel(declaration)) return [];
    const name = memberName(declaration);
    if (name === null) return [];
    const mirrored = name.replace(/(?:LoadOptions|UpdateData|Data)\./, ".");
    return [...new Set([name, mirrored, mirrored.replace("Collection.", ".")])];
  });
}

/** Is the identifier the name of a property that is read, written or given? */
function isUse({ parent }: ts.Identifier): boolean {
  return (
    ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)
  );
}

/** What the name stands for; in `{ width: true }`, the property of what is asked for there. */
function usedSymbol(checker: ts.TypeChecker, name: ts.Identifier): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(name.parent)) return checker.getSymbolAtLocation(name);
  const literal = name.parent.parent;
  if (!ts.isObjectLiteralExpression(literal)) return undefined;
  const wanted = checker.getContextualType(literal);
  // Options may be left out: their type is "… | undefined".
  return wanted && checker.getNonNullableType(wanted).getProperty(name.text);
}

/** The property that `const { a: b } = object` takes. */
function boundProperty(checker: ts.TypeChecker, element: ts.BindingElement): ts.Symbol | undefined {
  const name = element.propertyName ?? element.name;
  if (!ts.isIdentifier(name) || !ts.isObjectBindingPattern(element.parent)) return undefined;
  return checker.getTypeAtLocation(element.parent).getProperty(name.text);
}

/** What load("name,format/fill/color") or load(["items/name"]) names. */
function loadedProperties(checker: ts.TypeChecker, call: ts.CallExpression): ts.Symbol[] {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== "load") return [];
  const [argument] = call.arguments;
  const texts = !argument
    ? []
    : ts.isStringLiteralLike(argument)
      ? argument.text.split(",")
      : ts.isArrayLiteralExpression(argument)
        ? argument.elements.filter(ts.isStringLiteralLike).map(({ text }) => text)
        : [];
  const owner = checker.getTypeAtLocation(call.expression.expression);
  return texts.flatMap((path) => followPath(checker, owner, path.trim().split("/"), call));
}

function followPath(checker: ts.TypeChecker, owner: ts.Type, path: readonly string[], at: ts.Node): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  let type = owner;
  for (const name of path) {
    const ofItems = type.getProperty(name) ?? itemType(checker, type, at)?.getProperty(name);
    if (!ofItems) break;
    found.push(ofItems);
    const next = checker.getTypeOfSymbolAtLocation(ofItems, at);
    type = name === "items" ? (next.getNumberIndexType() ?? next) : next;
  }
  return found;
}

function itemType(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): ts.Type | undefined {
  const items = type.getProperty("items");
  return items && checker.getTypeOfSymbolAtLocation(items, at).getNumberIndexType();
}

/** The latest set that a condition around the node, or before it in its block, makes sure of. */
function guardOf(node: ts.Node, base: string): string {
  let sure = base;
  const learn = (set: string | null): void => {
    if (set !== null && isLater(set, sure)) sure = set;
  };
  for (let child = node, parent = node.parent; parent as ts.Node | undefined; child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent) && child === parent.thenStatement) learn(setWhere(parent.expression, true));
    if (ts.isIfStatement(parent) && child === parent.elseStatement) learn(setWhere(parent.expression, false));
    if (ts.isConditionalExpression(parent) && child === parent.whenTrue) learn(setWhere(parent.condition, true));
    if (ts.isConditionalExpression(parent) && child === parent.whenFalse) learn(setWhere(parent.condition, false));
    if (ts.isBinaryExpression(parent) && child === parent.right && isAnd(parent)) learn(setWhere(parent.left, true));
    if (ts.isBlock(parent)) {
      for (const statement of parent.statements) {
        if (statement === child) break;
        if (ts.isIfStatement(statement) && endsBlock(statement.thenStatement))
          learn(setWhere(statement.expression, false));
      }
    }
  }
  return sure;
}

function isAnd({ operatorToken }: ts.BinaryExpression): boolean {
  return operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

/** The set that Excel has where the condition came out so. */
function setWhere(condition: ts.Expression, isTrue: boolean): string | null {
  if (ts.isParenthesizedExpression(condition)) return setWhere(condition.expression, isTrue);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
    return setWhere(condition.operand, !isTrue);
  }
  if (ts.isBinaryExpression(condition)) {
    const { kind } = condition.operatorToken;
    const both = isTrue ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
    return kind === both ? (setWhere(condition.left, isTrue) ?? setWhere(condition.right, isTrue)) : null;
  }
  if (!isTrue || !ts.isCallExpression(condition)) return null;
  const { expression } = condition;
  const name = ts.isIdentifier(expression)
    ? expression.text
    : ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : "";
  const last = condition.arguments.at(-1);
  return guards.includes(name) && last && ts.isStringLiteralLike(last) ? last.text : null;
}

function endsBlock(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
}
