/** Sentences with which reading or writing a workbook can end: what is wrong, where, what to do. */
export const hostTexts = {
  nameTaken: (sheet: string) =>
    `Sổ tính đã có trang tính “${sheet}” không do chương trình tạo: hãy đổi tên trang đó rồi thử lại.`,
  sheetGone: (sheet: string) =>
    `Không còn trang tính “${sheet}” trong sổ tính (đã xoá hoặc đổi tên): hãy bấm kiểm tra lại số liệu.`,
  cellUnknown: (cell: string, sheet: string) =>
    `Không có ô ${cell} trên trang tính “${sheet}”: hãy kiểm tra lại số liệu.`,
  cellChanged: (cell: string, sheet: string) =>
    `Ô ${cell} trên trang tính “${sheet}” đã thay đổi sau lần kiểm tra, chưa sửa ô nào: hãy kiểm tra lại số liệu rồi sửa.`,
  cellInArray: (cell: string, sheet: string) =>
    `Ô ${cell} trên trang tính “${sheet}” thuộc một công thức mảng nên không sửa riêng được: hãy sửa công thức đó trong Excel.`,
  sheetHidden: (sheet: string) =>
    `Trang tính “${sheet}” đang ẩn: hãy bấm chuột phải vào tên một trang bất kỳ, chọn Bỏ ẩn (Unhide), rồi thử lại.`,
  sheetProtected: (sheet: string) =>
    `Trang tính “${sheet}” đang được bảo vệ: hãy vào thẻ Xem lại (Review), bỏ bảo vệ trang tính, rồi thử lại.`,
  someSheetProtected:
    "Có trang tính đang được bảo vệ nên không ghi được: hãy vào thẻ Xem lại (Review), bỏ bảo vệ trang tính, rồi thử lại.",
  workbookProtected:
    "Cấu trúc sổ tính đang được bảo vệ nên không thêm, bớt được trang: hãy vào thẻ Xem lại (Review), bỏ bảo vệ sổ làm việc, rồi thử lại.",
  readOnly:
    "Sổ tính đang mở ở chế độ chỉ đọc: hãy bấm Bật chỉnh sửa (Enable Editing) hoặc lưu thành tệp khác, rồi thử lại.",
  cellEditing: "Excel đang ở chế độ sửa ô: hãy nhấn Enter để kết thúc sửa ô rồi thử lại.",
  conflict: "Có người khác vừa sửa cùng sổ tính này: hãy đợi Excel đồng bộ xong (vài giây) rồi thử lại.",
  tooLarge:
    "Sổ tính quá lớn cho một lần trao đổi với Excel: hãy xoá các hàng, cột thừa ở trang tính có nhiều dữ liệu rồi thử lại.",
  sheetTooLarge: (sheet: string) =>
    `Trang tính “${sheet}” có ô dữ liệu ở quá xa nên không đọc hết được: hãy xoá các hàng, cột thừa trên trang đó rồi thử lại.`,
  busy: "Excel đang bận (hộp thoại còn mở, hoặc đang tính toán): hãy đóng hộp thoại, đợi một chút rồi thử lại.",
  offline: "Mất kết nối với Excel: hãy kiểm tra mạng, đợi sổ tính lưu xong rồi thử lại.",
  tooOld:
    "Phiên bản Excel này chưa hỗ trợ chương trình (cần Excel 2021 trở lên hoặc Microsoft 365): hãy dùng trang web độc lập với tệp .xlsx.",
  badSheetName: (name: string) =>
    `Tên trang tính “${name}” không hợp lệ: tên dài không quá 31 ký tự và không có các ký tự / \\ ? * : [ ].`,
  tooLongForWriting: (sheet: string) =>
    `Nội dung trang tính “${sheet}” quá dài để ghi vào Excel: hãy rút ngắn các ô rất dài trong sổ tính rồi thử lại.`,
  unexpected: (code: string) =>
    `Excel không thực hiện được thao tác (mã lỗi ${code}): hãy lưu sổ tính, đóng và mở lại Excel rồi thử lại.`,
};

export type HostTexts = typeof hostTexts;
