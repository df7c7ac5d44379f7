#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOPosix
    import TrunklineRuntime

    #if canImport(Darwin)
        import Darwin
    #elseif canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    extension AsyncHTTPClientTransport {
        /// Tells why there is no answer.
        static func failure(for error: any Error) -> any Error {
            if Task.isCancelled || error is CancellationError { return CancellationError() }
            if error is TransportFailure || error is FileFailure || error is HTTPBodyWasRead { return error }
            guard let error = error as? HTTPClientError else { return connection(error) }
            switch error {
            case .alreadyShutdown: return RequestIssue("the transport was shut down")
            case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
                return TransportFailure(.timeout, "\(error)", mayHaveReachedServer: false, underlying: error)
            case .readTimeout, .writeTimeout, .deadlineExceeded:
                return TransportFailure(.timeout, "\(error)", underlying: error)
            case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath, .traceRequestWithBody, .bodyLengthMismatch:
                return RequestIssue("the request cannot be sent: \(error)")
            default: return TransportFailure(.connection, "\(error)", underlying: error)
            }
        }

        /// A connection that could not be made, or was lost. Only of the former it is known that nobody saw the request.
        private static func connection(_ error: any Error) -> TransportFailure {
            let isUnreached: Bool
            switch error {
            case is NIOConnectionError: isUnreached = true
            case let error as IOError: isUnreached = error.errnoCode == ECONNREFUSED
            case let error as ChannelError:
                if case .connectTimeout = error { isUnreached = true } else { isUnreached = false }
            default: isUnreached = false
            }
            return TransportFailure(
                .connection, "\(error)", mayHaveReachedServer: !isUnreached, underlying: error)
        }
    }
#endif
