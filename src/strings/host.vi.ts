import type { HostFailureCode, HostFailureOf } from "../data/host-failure";

/** A sentence for each failure with which reading or writing a workbook can end: what is wrong, where, what to do. */
export type HostSentences = {
  readonly [Code in HostFailureCode]: (failure: HostFailureOf<Code>) => string;
};

export const hostSentencesVi: HostSentences = {
  fileNotRead: () =>
    "Không đọc được tệp (có thể tệp đã bị chuyển chỗ, đổi tên hoặc không có quyền đọc): hãy chọn lại tệp.",
  sampleMissing: () => "Không tải được tệp mẫu từ nơi đặt trang này: hãy thử lại hoặc mở tệp trên máy.",
  workerMissing: () =>
    "Không tải được phần xử lý tệp của trang (standalone-workbook.js): hãy kiểm tra kết nối rồi thử lại; tệp đang mở không bị mất.",
  workerStopped: () =>
    "Phần xử lý tệp của trang bị dừng giữa chừng (có thể do máy thiếu bộ nhớ): tệp đang mở vẫn như trước, hãy đóng bớt chương trình rồi thử lại.",
  empty: () => "Tệp này trống (0 byte): hãy chọn tệp khác.",
  notWorkbook: () => "Tệp này không phải sổ tính Excel (.xlsx): hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
  oldFormat: () => "Tệp này ở định dạng Excel cũ (.xls): hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
  binaryFormat: () => "Tệp này ở định dạng nhị phân (.xlsb): hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
  encrypted: () => "Tệp được đặt mật khẩu: hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn tệp đó.",
  truncated: () => "Tệp bị thiếu phần cuối (có thể do tải về hoặc chép chưa xong): hãy chép lại tệp.",
  tooLarge: () => "Tệp quá lớn khi giải nén (hơn 200 MB, hoặc nén bất thường): hãy xoá bớt dữ liệu thừa rồi lưu lại.",
  sheetTooLarge: ({ place: { sheet } }) =>
    `Trang tính “${sheet}” có ô dữ liệu ở quá xa: hãy xoá các hàng, cột thừa rồi lưu lại.`,
  tooManyElements: () =>
    "Tệp có quá nhiều thành phần (chẳng hạn quá nhiều định dạng, tên hoặc ô): hãy xoá bớt dữ liệu thừa rồi lưu lại.",
  unknownEncoding: () =>
    "Tệp có phần viết bằng bảng mã mà chương trình không đọc được: hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
  notWritable: () =>
    "Không ghi được vào tệp này vì tệp sẽ bị hỏng; tệp vẫn như cũ: hãy mở bằng Excel, lưu lại rồi thử lại.",
  broken: () => "Tệp bị hỏng, không đọc được: hãy mở bằng Excel để sửa rồi lưu lại.",
  tooMuchContent: ({ place: { sheet } }) =>
    `Sổ tính có quá nhiều dữ liệu (quá mức ở trang tính “${sheet}”): hãy xoá bớt ô, chữ và công thức không cần rồi lưu lại.`,
  misplacedCells: ({ place: { sheet } }) =>
    `Tệp bị hỏng: trang tính “${sheet}” có hàng hoặc ô với địa chỉ sai. Hãy mở bằng Excel để sửa rồi lưu lại.`,
  cellTwice: ({ place: { sheet, cell } }) =>
    `Tệp bị hỏng: ô ${cell} của trang tính “${sheet}” được ghi hai lần. Hãy mở bằng Excel để sửa rồi lưu lại.`,
  textMissing: ({ place: { sheet, cell } }) =>
    `Tệp bị hỏng: chữ của ô ${cell} ở trang tính “${sheet}” không có trong tệp. Hãy mở bằng Excel để sửa rồi lưu lại.`,
  nameTaken: ({ place: { sheet } }) =>
    `Sổ tính đã có trang tính “${sheet}” không do chương trình tạo: hãy đổi tên trang đó rồi thử lại.`,
  sheetGone: ({ place: { sheet } }) =>
    `Không còn trang tính “${sheet}” trong sổ tính (đã xoá hoặc đổi tên): hãy bấm kiểm tra lại số liệu.`,
  cellUnknown: ({ place: { sheet, cell } }) =>
    `Không có ô ${cell} trên trang tính “${sheet}”: hãy kiểm tra lại số liệu.`,
  cellChanged: ({ place: { sheet, cell } }) =>
    `Ô ${cell} trên trang tính “${sheet}” đã thay đổi sau lần kiểm tra, chưa sửa ô nào: hãy kiểm tra lại số liệu rồi sửa.`,
  cellInArray: ({ place: { sheet, cell } }) =>
    `Ô ${cell} trên trang tính “${sheet}” thuộc một công thức mảng nên không sửa riêng được: hãy sửa công thức đó trong Excel.`,
  sheetHidden: ({ place: { sheet } }) =>
    `Trang tính “${sheet}” đang ẩn: hãy bấm chuột phải vào tên một trang bất kỳ, chọn Bỏ ẩn (Unhide), rồi thử lại.`,
  sheetProtected: ({ place: { sheet } }) =>
    `Trang tính “${sheet}” đang được bảo vệ: hãy vào thẻ Xem lại (Review), bỏ bảo vệ trang tính, rồi thử lại.`,
  someSheetProtected: () =>
    "Có trang tính đang được bảo vệ nên không ghi được: hãy vào thẻ Xem lại (Review), bỏ bảo vệ trang tính, rồi thử lại.",
  workbookProtected: () =>
    "Cấu trúc sổ tính đang được bảo vệ nên không thêm, bớt được trang: hãy vào thẻ Xem lại (Review), bỏ bảo vệ sổ làm việc, rồi thử lại.",
  readOnly: () =>
    "Sổ tính đang mở ở chế độ chỉ đọc: hãy bấm Bật chỉnh sửa (Enable Editing) hoặc lưu thành tệp khác, rồi thử lại.",
  cellEditing: () => "Excel đang ở chế độ sửa ô: hãy nhấn Enter để kết thúc sửa ô rồi thử lại.",
  conflict: () => "Có người khác vừa sửa cùng sổ tính này: hãy đợi Excel đồng bộ xong (vài giây) rồi thử lại.",
  exchangeTooLarge: () =>
    "Sổ tính quá lớn cho một lần trao đổi với Excel: hãy xoá các hàng, cột thừa ở trang tính có nhiều dữ liệu rồi thử lại.",
  sheetTooLargeForExcel: ({ place: { sheet } }) =>
    `Trang tính “${sheet}” có ô dữ liệu ở quá xa nên không đọc hết được: hãy xoá các hàng, cột thừa trên trang đó rồi thử lại.`,
  busy: () => "Excel đang bận (hộp thoại còn mở, hoặc đang tính toán): hãy đóng hộp thoại, đợi một chút rồi thử lại.",
  offline: () => "Mất kết nối với Excel: hãy kiểm tra mạng, đợi sổ tính lưu xong rồi thử lại.",
  tooOld: () =>
    "Phiên bản Excel này chưa hỗ trợ chương trình (cần Excel 2021 trở lên hoặc Microsoft 365): hãy dùng trang web độc lập với tệp .xlsx.",
  badSheetName: ({ data: { name } }) =>
    `Tên trang tính “${name}” không hợp lệ: tên dài không quá 31 ký tự và không có các ký tự / \\ ? * : [ ].`,
  tooLongForWriting: ({ place: { sheet } }) =>
    `Nội dung trang tính “${sheet}” quá dài để ghi vào Excel: hãy rút ngắn các ô rất dài trong sổ tính rồi thử lại.`,
  unexpected: ({ data: { officeCode } }) =>
    `Excel không thực hiện được thao tác (mã lỗi ${officeCode ?? "?"}): hãy lưu sổ tính, đóng và mở lại Excel rồi thử lại.`,
};
