#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOPosix
    import NIOSSL
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
            if error is RequestIssue { return error }
            guard let error = error as? HTTPClientError else { return handshake(error) ?? connection(error) }
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
            default: isUnreached = isLostInHandshake(error)
            }
            return TransportFailure(
                .connection, "\(error)", mayHaveReachedServer: !isUnreached, underlying: error)
        }

        // MARK: TLS

        /// A handshake that one side refused; nil for any other error.
        ///
        /// The request is written after the handshake, so nothing of it was sent.
        private static func handshake(_ error: any Error) -> TransportFailure? {
            guard let reason = refusal(error) else { return nil }
            return TransportFailure(
                .tls, "the TLS handshake failed: \(reason)", mayHaveReachedServer: false, underlying: error)
        }

        private static func refusal(_ error: any Error) -> String? {
            #if canImport(Network)
                if let error = error as? HTTPClient.NWTLSError { return "\(error)" }
            #endif
            if let error = error as? NIOSSLExtraError {
                return error == .failedToValidateHostname
                    ? "the server's certificate is for another host (\(error))" : "\(error)"
            }
            switch error as? NIOSSLError {
            case .handshakeFailed(.sslError(let errors)) where !errors.contains(.eofDuringHandshake):
                let text = "\(errors)"
                return text.contains("CERTIFICATE_VERIFY_FAILED")
                    ? "the server's certificate is not trusted, or not valid now (\(text))" : text
            case .unableToValidateCertificate, .noCertificateToValidate:
                return "the server has no certificate that can be trusted"
            default: return nil
            }
        }

        /// Whether the connection was closed before the handshake was over.
        private static func isLostInHandshake(_ error: any Error) -> Bool {
            if case .handshakeFailed? = error as? NIOSSLError { true } else { false }
        }
    }
#endif
