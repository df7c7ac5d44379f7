#if AsyncHTTPClient
    import Foundation
    import NIOCore
    import NIOPosix
    import NIOSSL
    import NIOTLS

    /// A TLS server in front of another on loopback: what a client writes arrives there, what that server writes and how it
    /// ends comes back.
    ///
    /// It listens until it is released; connections live as long as either side wants them.
    final class TLSTunnel: Sendable {
        /// What the server does with the first bytes of a connection.
        enum Handshake: Sendable {
            case succeeds(TestAuthority.Certificate)
            /// Closes the connection.
            case isCut
            /// Says nothing.
            case isNotAnswered
            /// Answers as a server does that knows no TLS.
            case isPlainHTTP
        }

        /// How TLS ends when the server behind closes its connection.
        enum Ending: Sendable {
            /// The connection is closed without a word, as one that is cut (RFC 8446 §6.1).
            case withoutCloseNotify
            case withCloseNotify
        }

        let url: String
        private let listener: any Channel

        /// Starts to listen.
        ///
        /// - Parameter port: Where the server listens that gets what arrives.
        init(to port: Int, _ handshake: Handshake, ending: Ending = .withoutCloseNotify) throws {
            let context = try handshake.context()
            listener = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.backlog, value: 1_024)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        if let context {
                            try pipeline.addHandlers(
                                NIOSSLServerHandler(context: context), Entrance(port: port, ending: ending))
                        } else {
                            try pipeline.addHandler(Refusal(handshake: handshake))
                        }
                    }
                }
                .bind(host: "127.0.0.1", port: 0).wait()
            url = "https://localhost:\(listener.localAddress?.port ?? 0)"
        }

        deinit { listener.close(promise: nil) }
    }

    extension TLSTunnel.Handshake {
        fileprivate func context() throws -> NIOSSLContext? {
            guard case .succeeds(let certificate) = self else { return nil }
            let chain = try NIOSSLCertificate.fromPEMFile(certificate.file).map(NIOSSLCertificateSource.certificate)
            let key = try NIOSSLPrivateKey(file: certificate.key, format: .pem)
            return try NIOSSLContext(
                configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
        }
    }

    /// Answers the first bytes of a handshake as one that fails.
    private final class Refusal: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let handshake: TLSTunnel.Handshake

        init(handshake: TLSTunnel.Handshake) { self.handshake = handshake }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch handshake {
            case .succeeds, .isNotAnswered: break
            case .isCut: context.close(promise: nil)
            case .isPlainHTTP:
                context.channel.writeAndFlush(ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n"), promise: nil)
            }
        }
    }

    /// Connects to the server behind when the handshake is over, and keeps what comes before that.
    private final class Entrance: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let port: Int
        private let ending: TLSTunnel.Ending
        private var early = ByteBuffer()

        init(port: Int, ending: TLSTunnel.Ending) {
            self.port = port
            self.ending = ending
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            guard case .handshakeCompleted? = event as? TLSUserEvent else { return }
            let front = context.channel
            front.setOption(.autoRead, value: false).whenFailure { _ in front.close(promise: nil) }
            let back = ClientBootstrap(group: context.eventLoop)
                .channelOption(.autoRead, value: false)
                .connect(host: "127.0.0.1", port: port)
            let entrance = NIOLoopBound(self, eventLoop: context.eventLoop)
            back.whenComplete { result in
                switch result {
                case .success(let back): entrance.value.open(front, back)
                case .failure: front.close(promise: nil)
                }
            }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var piece = unwrapInboundIn(data)
            early.writeBuffer(&piece)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        private func open(_ front: any Channel, _ back: any Channel) {
            // A connection that ended meanwhile says so to no handler that comes now.
            guard front.isActive, back.isActive else {
                front.close(promise: nil)
                back.close(promise: nil)
                return
            }
            back.writeAndFlush(early, promise: nil)
            do {
                try back.pipeline.syncOperations.addHandler(Relay(to: front, isBack: true, ending: ending))
                try front.pipeline.syncOperations.addHandler(Relay(to: back, isBack: false, ending: ending))
                front.pipeline.syncOperations.removeHandler(self, promise: nil)
            } catch {
                back.close(promise: nil)
                front.close(promise: nil)
            }
            front.read()
            back.read()
        }
    }

    extension Entrance: RemovableChannelHandler {}

    /// Hands over what arrives on one connection, piece by piece as the other takes it, and its end.
    private final class Relay: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let other: any Channel
        private let isBack: Bool
        private let ending: TLSTunnel.Ending
        private var written: EventLoopFuture<Void>

        init(to other: any Channel, isBack: Bool, ending: TLSTunnel.Ending) {
            self.other = other
            self.isBack = isBack
            self.ending = ending
            written = other.eventLoop.makeSucceededVoidFuture()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let channel = context.channel
            written = other.writeAndFlush(unwrapInboundIn(data))
            written.whenComplete { _ in channel.read() }
        }

        func channelInactive(context: ChannelHandlerContext) {
            let (other, isCut) = (other, isBack && ending == .withoutCloseNotify)
            written.whenComplete { _ in
                guard isCut, let tls = try? other.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
                else { return other.close(promise: nil) }
                // From here the close goes to the socket, past the handler that would say goodbye.
                tls.close(promise: nil)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
#endif
