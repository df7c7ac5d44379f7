// `error.status == .notFound` and `options.headers[.userAgent]` work at a call site without another import.
@_exported public import HTTPTypes

// Bodies of bytes are `Data`.
#if canImport(FoundationEssentials)
    @_exported public import struct FoundationEssentials.Data
#else
    @_exported public import struct Foundation.Data
#endif
