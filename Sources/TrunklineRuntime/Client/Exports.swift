// `error.status == .notFound` and `options.headers[.userAgent]` work at a call site without another import.
@_exported public import HTTPTypes
