import { lazyPart } from "./lazy-part";

export const ConfirmDialog = lazyPart(
  () => import("./confirm-dialog"),
  ({ ConfirmDialog }) => ConfirmDialog,
);
