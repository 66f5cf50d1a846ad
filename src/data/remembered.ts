/** The same function, computed once for each object that it is asked about. For objects that never change. */
export function remembered<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const values = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = values.get(key);
    if (known === undefined) values.set(key, (known = { value: compute(key) }));
    return known.value;
  };
}
