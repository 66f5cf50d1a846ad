import { Input } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import type { ReactElement } from "react";

/** A field to search a list by. placeholder: what may be typed. */
export function SearchField(props: {
  readonly className: string;
  readonly placeholder: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { className, placeholder, label, value, onChange } = props;
  return (
    <Input
      type="search"
      className={className}
      contentBefore={<SearchRegular />}
      placeholder={placeholder}
      aria-label={label}
      value={value}
      onChange={(_, data) => {
        onChange(data.value);
      }}
    />
  );
}
