/** What npm start and npm run serve:https say: Vietnamese, with the English beside it. */
const vi = {
  building: "Đang dựng các trang…",
  cannotBuild: "Không dựng được các trang: xem các lỗi ở trên.",
  samplePage: (address: string): string => `Trang độc lập với tệp mẫu: ${address}`,
  manifest: (address: string): string => `Excel dùng tệp khai báo dist/manifest.xml, các trang ở ${address}`,
  stop: "Chỉ máy này truy cập được. Nhấn Ctrl+C để dừng.",
  noCertificate: (folder: string): string =>
    `Chưa có chứng thư cho localhost trong ${folder}: chạy "npx office-addin-dev-certs install" rồi chạy lại.`,
  portTaken: (port: number): string =>
    `Cổng ${String(port)} đang được chương trình khác dùng: đóng chương trình đó rồi chạy lại.`,
  noPort: "Không mở được cổng nào trên máy này: đóng bớt chương trình rồi chạy lại.",
};

type ServeTexts = typeof vi;

const en: ServeTexts = {
  building: "Building the pages…",
  cannotBuild: "The pages could not be built: see the errors above.",
  samplePage: (address) => `The standalone page with the sample: ${address}`,
  manifest: (address) => `Excel takes dist/manifest.xml; the pages are at ${address}`,
  stop: "Only this machine can reach it. Press Ctrl+C to stop.",
  noCertificate: (folder) =>
    `There is no certificate for localhost in ${folder}: run "npx office-addin-dev-certs install" and start again.`,
  portTaken: (port) => `Port ${String(port)} is taken by another program: close it and start again.`,
  noPort: "No port could be opened on this machine: close some programs and start again.",
};

export const serveTexts = { vi, en };
