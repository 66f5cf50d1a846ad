/** Below this width pane and workbook stand one above the other. */
export const narrowScreen = "@media (max-width: 900px)";
