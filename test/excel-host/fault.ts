/** An error that Excel would answer with. */
export class ExcelFault extends Error {
  override readonly name = "ExcelFault";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Something that this stand-in does not know: a fault of the test, never to be taken for an answer of Excel's. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
}

const messages = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict: "Cannot complete the operation: it conflicts with a merged range.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
} as const;

export type FaultCode = keyof typeof messages;

/** The detail is for whoever reads a failed test; Excel's own message is shorter. */
export function fault(code: FaultCode, detail?: string): ExcelFault {
  return new ExcelFault(code, detail === undefined ? messages[code] : `${messages[code]} [${detail}]`);
}

export function invalid(detail: string): ExcelFault {
  return fault("InvalidArgument", detail);
}
