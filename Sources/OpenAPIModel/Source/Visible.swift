extension Unicode.Scalar {
    /// Whether a terminal would act on the scalar, or show text in another order than it is written.
    var isUnsafeToShow: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }

    /// The scalar as it may be shown: itself, or an escape such as `\u{1B}`.
    var shown: String {
        isUnsafeToShow ? "\\u{\(String(value, radix: 16, uppercase: true))}" : String(self)
    }
}

extension StringProtocol {
    /// The text with everything a terminal would act on escaped; a specification is hostile input.
    package var shown: String {
        guard unicodeScalars.contains(where: \.isUnsafeToShow) else { return String(self) }
        return unicodeScalars.map(\.shown).joined()
    }
}
