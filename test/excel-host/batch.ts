import { ExcelFault, fault, invalid, Unsupported } from "./fault";
import { handle, isHandle, method, type Argument, type BoundMember, type Excel, type Handle } from "./members";
import {
  actionType,
  pathType,
  type Action,
  type ArgumentInfo,
  type Json,
  type ObjectPath,
  type QueryInfo,
  type Request,
  type ResponseError,
} from "./protocol";

/** What a batch needs to know of the host beside the objects' own concerns. */
export interface BatchContext {
  readonly excel: Excel;
  /** "1.9": members of later sets are not there. */
  readonly apiSet: string;
  /** Throws AccessDenied where a write has no leave. */
  requireLeave(member: BoundMember, owner: Handle): void;
  root(): Handle;
  reference(id: string): Handle;
  referenceId(handle: Handle): string | null;
  /** Called before every action: throws where the action is to fail. */
  beforeAction(): void;
  /** Is told of every member that is used. */
  used(member: string): void;
}

export interface BatchResult {
  readonly results: { ActionId: number; Value: Json }[];
  readonly error: ResponseError | null;
  readonly unsupported: string | null;
}

/**
 * Runs the actions one after the other. It is no transaction: an action that fails ends the batch, and what was done
 * before stays.
 */
export async function runBatch(request: Request, context: BatchContext): Promise<BatchResult> {
  const batch = openBatch(request, context);
  const results: { ActionId: number; Value: Json }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      context.beforeAction();
      const value = await batch.run(action);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      const location = batch.location(action);
      return { results, ...failureOf(error, location, index) };
    }
  }
  return { results, error: null, unsupported: null };
}

function failureOf(error: unknown, location: string, index: number): Omit<BatchResult, "results"> {
  if (error instanceof ExcelFault) {
    return { error: errorOf(error.code, error.message, location, index), unsupported: null };
  }
  if (!(error instanceof Unsupported)) throw error;
  const message = `The in-memory Excel does not know ${error.message} (at ${location})`;
  return { error: errorOf("UnsupportedInTest", message, location, index), unsupported: message };
}

export function errorOf(code: string, message: string, location: string, index: number): ResponseError {
  return {
    Code: code,
    Message: message,
    HttpStatusCode: code === "ItemNotFound" ? 404 : code === "AccessDenied" ? 403 : 400,
    Location: location,
    ActionIndex: index,
  };
}

/** office.js tells Windows by this that the page has associated its commands. */
const internalServiceName = "Microsoft.InternalService.AddinInternalService";
const internalService = handle(
  {
    name: "AddinInternalService",
    members: () => ({ notifyActionHandlerReady: method("internal", "none", () => undefined) }),
  },
  {},
);

interface Batch {
  run(action: Action): Promise<Json | undefined>;
  location(action: Action): string;
}

function openBatch(request: Request, context: BatchContext): Batch {
  const { excel } = context;
  /** Every path is followed once: "add" must not add twice. null is a null object. */
  const found = new Map<number, Handle | null>();

  const resolve = async (id: number): Promise<Handle | null> => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[String(id)];
    if (!path) throw invalid(`object path ${String(id)} is missing`);
    const handle = await follow(path);
    found.set(id, handle);
    return handle;
  };

  const follow = async (path: ObjectPath): Promise<Handle | null> => {
    if (path.ObjectPathType === pathType.workbook) return context.root();
    if (path.ObjectPathType === pathType.referenceId) return context.reference(path.Name);
    if (path.ObjectPathType === pathType.nullObject) return null;
    if (path.ObjectPathType === pathType.newObject && path.Name === internalServiceName) return internalService;
    if (path.ParentObjectPathId === undefined) throw new Unsupported(`the object ${path.Name}`);
    const parent = await resolve(path.ParentObjectPathId);
    // What hangs on a null object is one too.
    if (!parent) return null;
    requireAlive(parent);
    const args = await argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === pathType.indexer) return byIndex(parent, args);
    const member = memberOf(parent, path.Name, false);
    if (path.ObjectPathType === pathType.property && member.kind === "object") return member.open(excel);
    if (path.ObjectPathType === pathType.method && member.kind === "method") {
      context.requireLeave(member, parent);
      const result = await member.run(args, excel);
      if (result === null || isHandle(result)) return result;
    }
    throw new Unsupported(`${member.name} as an object`);
  };

  const byIndex = (parent: Handle, [key]: readonly Argument[]): Handle => {
    context.used(`${parent.typeName}.getItem`);
    const item = isHandle(key) || key === undefined ? null : parent.byKey(key, excel);
    if (!item) throw fault("ItemNotFound", `${parent.typeName} ${String(key)}`);
    return item;
  };

  const argumentsOf = async (info: ArgumentInfo | undefined): Promise<Argument[]> => {
    const args: Argument[] = [];
    for (const [index, argument] of (info?.Arguments ?? []).entries()) {
      const reference = info?.ReferencedObjectPathIds?.[index] ?? 0;
      if (Array.isArray(reference)) throw new Unsupported("objects inside an array argument");
      if (typeof reference !== "number" || reference === 0) {
        args.push(argument);
        continue;
      }
      const handle = await resolve(reference);
      if (!handle) throw invalid("a null object as argument");
      requireAlive(handle);
      args.push(handle);
    }
    return args;
  };

  const memberOf = (owner: Handle, wireName: string, isSetting: boolean): BoundMember => {
    const member = owner.memberOnWire(wireName, isSetting);
    if (!member) throw new Unsupported(`${owner.typeName}.${wireName}`);
    requireApi(member);
    return member;
  };

  const requireApi = (member: BoundMember): void => {
    context.used(member.name);
    if (member.api !== "internal" && isLater(member.api, context.apiSet)) {
      throw fault("ApiNotFound", `${member.name} needs ExcelApi ${member.api}`);
    }
  };

  /** An object of a sheet that is gone is gone as well. */
  const requireAlive = (handle: Handle): void => {
    if (handle.sheet && !excel.book.sheets.includes(handle.sheet)) {
      throw fault("ItemNotFound", `the sheet "${handle.sheet.name}" was deleted`);
    }
  };

  const owner = async (action: Action): Promise<Handle> => {
    const handle = await resolve(action.ObjectPathId);
    if (!handle) throw fault("ItemNotFound", "a null object");
    requireAlive(handle);
    return handle;
  };

  const instantiate = async (action: Action): Promise<Json> => {
    const handle = await resolve(action.ObjectPathId);
    if (!handle) return null;
    requireAlive(handle);
    const referenceId = context.referenceId(handle);
    return {
      ...(handle.key === null ? {} : { Id: handle.key, _Id: handle.key }),
      ...(referenceId === null ? {} : { _ReferenceId: referenceId }),
    };
  };

  const load = async (action: Action): Promise<Json> => {
    const handle = await resolve(action.ObjectPathId);
    if (!handle) return null;
    requireAlive(handle);
    return describe(handle, action.QueryInfo ?? {});
  };

  const describe = async (handle: Handle, query: QueryInfo): Promise<Json> => {
    if (query.Expand && query.Expand.length > 0) throw new Unsupported("load with expand");
    const selected = query.Select?.map((name) => name.split("/")) ?? null;
    return describeParts(handle, selected, query);
  };

  const describeParts = async (
    handle: Handle,
    selected: readonly (readonly string[])[] | null,
    window: QueryInfo = {},
  ): Promise<Json> => {
    if (!handle.isCollection) return describeObject(handle, selected);
    const isOwn = (head: string | undefined): boolean => head !== undefined && handle.member(head)?.kind === "property";
    const forItems = selected
      ?.map((parts) => (parts[0] === "items" ? parts.slice(1) : parts))
      .filter(([head]) => !isOwn(head));
    const own = await describeObject(handle, selected?.filter(([head]) => isOwn(head)) ?? []);
    const onlyOwn = selected !== null && selected.length > 0 && forItems?.length === 0;
    if (onlyOwn) return own;
    const skip = window.Skip ?? 0;
    const items = handle.items(excel).slice(skip, window.Top === undefined ? undefined : skip + window.Top);
    const described: Json[] = [];
    for (const item of items) {
      const parts = forItems?.filter((one) => one.length > 0) ?? null;
      const id = item.key === null ? {} : { _Id: item.key };
      described.push({ ...((await describeParts(item, parts)) as object), ...id });
    }
    return { ...(own as object), _Items: described };
  };

  const describeObject = async (handle: Handle, selected: readonly (readonly string[])[] | null): Promise<Json> => {
    const result: Record<string, Json> = {};
    const parts = new Map<string, (readonly string[])[]>();
    for (const [head, ...rest] of selected ?? scalarsOf(handle).map((name) => [name])) {
      if (head === undefined || head === "isNullObject" || head === "$none") continue;
      if (head === "$all") {
        for (const name of scalarsOf(handle)) parts.set(name, []);
        continue;
      }
      const others = parts.get(head) ?? [];
      parts.set(head, rest.length > 0 ? [...others, rest] : others);
    }
    for (const [name, rest] of parts) {
      const member = handle.member(name);
      if (!member) throw new Unsupported(`${handle.typeName}.${name}`);
      requireApi(member);
      result[member.wire] = await readMember(member, rest);
    }
    return result;
  };

  const readMember = async (member: BoundMember, rest: readonly (readonly string[])[]): Promise<Json> => {
    if (member.kind === "object") {
      const handle = member.open(excel);
      return handle && describeParts(handle, rest.length > 0 ? rest : null);
    }
    if (member.kind !== "property" || !member.get) throw new Unsupported(`loading ${member.name}`);
    return member.get(excel);
  };

  const scalarsOf = (handle: Handle): string[] =>
    handle.names().filter((name) => {
      const member = handle.member(name);
      return (
        member?.kind === "property" && member.get !== null && !member.onlyByName && !isLater(member.api, context.apiSet)
      );
    });

  const call = async (action: Action): Promise<Json> => {
    // The client asks to keep whatever range it got, before it knows that there is none.
    if (action.Name === "_KeepReference" && (await resolve(action.ObjectPathId)) === null) return null;
    const handle = await owner(action);
    const member = memberOf(handle, action.Name, false);
    if (member.kind !== "method") throw new Unsupported(`${member.name}()`);
    context.requireLeave(member, handle);
    const result = await member.run(await argumentsOf(action.ArgumentInfo), excel);
    return result === undefined || isHandle(result) ? null : result;
  };

  const set = async (action: Action): Promise<undefined> => {
    const handle = await owner(action);
    const member = memberOf(handle, action.Name, true);
    if (member.kind !== "property" || !member.set) throw new Unsupported(`setting ${member.name}`);
    context.requireLeave(member, handle);
    const [value] = await argumentsOf(action.ArgumentInfo);
    if (isHandle(value) || value === undefined) throw new Unsupported(`an object as the value of ${member.name}`);
    member.set(value, excel);
    return undefined;
  };

  return {
    run(action) {
      switch (action.ActionType) {
        case actionType.instantiate:
          return instantiate(action);
        case actionType.load:
          return load(action);
        case actionType.method:
          return call(action);
        case actionType.setProperty:
          return set(action);
        case actionType.trace:
          return Promise.resolve(null);
        default:
          return Promise.reject(new Unsupported(`action type ${String(action.ActionType)}`));
      }
    },
    location(action) {
      const path = request.ObjectPaths[String(action.ObjectPathId)];
      const parent = path?.ParentObjectPathId === undefined ? null : found.get(path.ParentObjectPathId);
      const owner = found.get(action.ObjectPathId) ?? parent;
      const isIndexer = path?.ObjectPathType === pathType.indexer;
      const name = action.Name || (isIndexer ? "getItem" : (path?.Name ?? ""));
      return `${owner?.typeName ?? "Workbook"}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    },
  };
}

const minors = new Map<string, number>();

/** 14 of "1.14". */
function minorOf(set: string): number {
  const minor = minors.get(set) ?? Number(set.split(".")[1] ?? 0);
  minors.set(set, minor);
  return minor;
}

/** Is set "1.14" later than "1.9"? */
function isLater(one: string, other: string): boolean {
  return one !== "internal" && minorOf(one) > minorOf(other);
}
