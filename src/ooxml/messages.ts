/** Sentences with which opening or writing an .xlsx file can end; {sheet} stands for a sheet's name, {cell} for an address. */
export const xlsxMessages = {
  empty: {
    vi: "Tệp này trống (0 byte): hãy chọn tệp khác.",
    en: "This file is empty (0 bytes): choose another file.",
  },
  notWorkbook: {
    vi: "Tệp này không phải sổ tính Excel (.xlsx): hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
    en: "This file is not an Excel workbook (.xlsx): open it in Excel and save it as .xlsx.",
  },
  oldFormat: {
    vi: "Tệp này ở định dạng Excel cũ (.xls): hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
    en: "This file is in the old Excel format (.xls): open it in Excel and save it as .xlsx.",
  },
  binaryFormat: {
    vi: "Tệp này ở định dạng nhị phân (.xlsb): hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
    en: "This file is in the binary format (.xlsb): open it in Excel and save it as .xlsx.",
  },
  encrypted: {
    vi: "Tệp được đặt mật khẩu: hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn tệp đó.",
    en: "The file has a password: open it in Excel, remove the password, save it and choose it again.",
  },
  truncated: {
    vi: "Tệp bị thiếu phần cuối (có thể do tải về hoặc chép chưa xong): hãy chép lại tệp.",
    en: "The end of the file is missing (perhaps a download or copy did not finish): copy the file again.",
  },
  tooLarge: {
    vi: "Tệp quá lớn khi giải nén (hơn 200 MB, hoặc nén bất thường): hãy xoá bớt dữ liệu thừa rồi lưu lại.",
    en: "The file is too large when unpacked (more than 200 MB, or oddly compressed): remove what is not needed and save it again.",
  },
  sheetTooLarge: {
    vi: "Trang tính “{sheet}” có ô dữ liệu ở quá xa: hãy xoá các hàng, cột thừa rồi lưu lại.",
    en: "The sheet “{sheet}” has cells too far away: delete the rows and columns that are not needed and save it again.",
  },
  tooManyElements: {
    vi: "Tệp có quá nhiều thành phần (chẳng hạn quá nhiều định dạng, tên hoặc ô): hãy xoá bớt dữ liệu thừa rồi lưu lại.",
    en: "The file has too many elements (such as formats, names or cells): remove what is not needed and save it again.",
  },
  unknownEncoding: {
    vi: "Tệp có phần viết bằng bảng mã mà chương trình không đọc được: hãy mở bằng Excel rồi lưu lại dưới dạng .xlsx.",
    en: "A part of the file is in an encoding that the program cannot read: open it in Excel and save it as .xlsx.",
  },
  notWritable: {
    vi: "Không ghi được vào tệp này vì tệp sẽ bị hỏng; tệp vẫn như cũ: hãy mở bằng Excel, lưu lại rồi thử lại.",
    en: "This file cannot be written into without damage to it; it is as it was: open it in Excel, save it and try again.",
  },
  broken: {
    vi: "Tệp bị hỏng, không đọc được: hãy mở bằng Excel để sửa rồi lưu lại.",
    en: "The file is damaged and cannot be read: open it in Excel to repair it and save it again.",
  },
  tooMuchContent: {
    vi: "Sổ tính có quá nhiều dữ liệu (quá mức ở trang tính “{sheet}”): hãy xoá bớt ô, chữ và công thức không cần rồi lưu lại.",
    en: "The workbook holds too much (beyond the limit on the sheet “{sheet}”): delete cells, texts and formulas that are not needed and save it again.",
  },
  misplacedCells: {
    vi: "Tệp bị hỏng: trang tính “{sheet}” có hàng hoặc ô với địa chỉ sai. Hãy mở bằng Excel để sửa rồi lưu lại.",
    en: "The file is damaged: the sheet “{sheet}” has rows or cells with wrong addresses. Open it in Excel to repair it and save it again.",
  },
  cellTwice: {
    vi: "Tệp bị hỏng: ô {cell} của trang tính “{sheet}” được ghi hai lần. Hãy mở bằng Excel để sửa rồi lưu lại.",
    en: "The file is damaged: cell {cell} of the sheet “{sheet}” is written twice. Open it in Excel to repair it and save it again.",
  },
  textMissing: {
    vi: "Tệp bị hỏng: chữ của ô {cell} ở trang tính “{sheet}” không có trong tệp. Hãy mở bằng Excel để sửa rồi lưu lại.",
    en: "The file is damaged: the text of cell {cell} of the sheet “{sheet}” is not in the file. Open it in Excel to repair it and save it again.",
  },
  sharedPart: {
    vi: "Tệp bị hỏng: trang tính “{sheet}” dùng chung nội dung với một trang tính khác. Hãy mở bằng Excel để sửa rồi lưu lại.",
    en: "The file is damaged: the sheet “{sheet}” shares its content with another sheet. Open it in Excel to repair it and save it again.",
  },
} as const;

export type XlsxMessage = keyof typeof xlsxMessages;
