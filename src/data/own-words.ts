/** What the program writes on its own sheets and knows them by when it reads them again, in any language. */

export const ownNotice =
  "Trang này do phần mềm Chỉ số CCHC lập và ghi lại ở mỗi lần tính; ghi chú riêng xin để ngoài vùng bảng và biểu đồ.";

/** Above the table of changes that the user accepted, on Kiểm tra số liệu. */
export const recordTitle = "Các giá trị đã sửa";
