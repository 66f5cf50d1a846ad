import importX from "eslint-plugin-import-x";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/** Rooms in order from the inside out: each may import from those named beside it, from no other. */
const rooms = {
  // Plain types that rooms hand to one another.
  data: [],
  // scoring/ knows no cell; workbook/ and report/ know no host.
  scoring: ["data"],
  strings: ["data"],
  formula: ["data"],
  // The .xlsx format: no scoring, no host.
  ooxml: ["data", "formula"],
  workbook: ["data", "scoring"],
  // How a report looks on sheets: rows, widths, pixels, colours.
  layout: ["data"],
  report: ["data", "scoring", "workbook", "strings"],
  // A host carries plain data in and out; it knows no rule about scores.
  hosts: ["data", "formula", "ooxml", "workbook"],
  // app/ is handed its host at the edge: it knows the interface alone.
  app: ["data", "formula", "scoring", "workbook", "report", "layout", "hosts", "strings"],
  viewer: ["data", "formula", "ooxml", "hosts", "strings"],
};

const zones = [
  ...Object.entries(rooms).map(([room, others]) => ({
    target: `./src/${room}`,
    from: "./src",
    except: [room, ...others].map((name) => `./${name}`),
  })),
  ...["app", "viewer"].map((room) => ({ target: `./src/${room}`, from: "./src/hosts/excel" })),
  { target: "./src/app", from: "./src/hosts/xlsx" },
  { target: "./src/hosts/xlsx", from: "./src/hosts/excel" },
  { target: "./src/hosts/excel", from: ["./src/hosts/xlsx", "./src/ooxml"] },
  { target: "./src", from: "./test" },
];

const lines = (max) => ["error", { max, skipBlankLines: false, skipComments: false }];

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "out/"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.ts", "**/*.tsx"],
    plugins: { "import-x": importX, "office-addins": officeAddins },
    settings: {
      // What is followed for circles: without this nothing but .js, that is, every library and none of our files.
      "import-x/extensions": [".ts", ".tsx"],
      "import-x/resolver": { node: { extensions: [".ts", ".tsx", ".js"] } },
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "import-x/no-default-export": "error",
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    ignores: ["src/hosts/excel/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Excel", message: "Only hosts/excel knows Excel." },
        { name: "Office", message: "Only hosts/excel and the entry points know Office." },
      ],
    },
  },
  { files: ["src/**/*.ts"], rules: { "max-lines": lines(300), "max-lines-per-function": lines(80) } },
  // A component is mostly what it looks like.
  {
    files: ["src/**/*.tsx"],

    rules: { "max-lines": lines(300), "max-lines-per-function": lines(120) },
  },
  // A text with gaps gives a text: saying so at each would only make the strings files harder to read.
  { files: ["src/strings/*.ts"], rules: { "@typescript-eslint/explicit-module-boundary-types": "off" } },
  { files: ["**/*.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
