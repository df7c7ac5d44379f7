/// A property of ECMA-262's table of binary Unicode properties that a scalar has or has not.
struct BinaryProperty: Hashable, Sendable {
    private let name: String

    /// - Parameter name: The long or the short name, for example `White_Space` or `space`.
    init?(name: String) {
        let long = BinaryProperty.shortNames[name] ?? name
        guard BinaryProperty.tests[long] != nil else { return nil }
        self.name = long
    }

    func holds(_ scalar: Unicode.Scalar) -> Bool { BinaryProperty.tests[name]?(scalar) ?? false }

    private typealias Test = @Sendable (Unicode.Scalar) -> Bool

    private static let tests: [String: Test] = [
        "Any": { _ in true }, "ASCII": { $0.isASCII }, "Assigned": { $0.properties.generalCategory != .unassigned },
        "Alphabetic": { $0.properties.isAlphabetic }, "ASCII_Hex_Digit": { $0.properties.isASCIIHexDigit },
        "Bidi_Control": { $0.properties.isBidiControl }, "Bidi_Mirrored": { $0.properties.isBidiMirrored },
        "Case_Ignorable": { $0.properties.isCaseIgnorable }, "Cased": { $0.properties.isCased },
        "Changes_When_Casefolded": { $0.properties.changesWhenCaseFolded },
        "Changes_When_Casemapped": { $0.properties.changesWhenCaseMapped },
        "Changes_When_Lowercased": { $0.properties.changesWhenLowercased },
        "Changes_When_NFKC_Casefolded": { $0.properties.changesWhenNFKCCaseFolded },
        "Changes_When_Titlecased": { $0.properties.changesWhenTitlecased },
        "Changes_When_Uppercased": { $0.properties.changesWhenUppercased }, "Dash": { $0.properties.isDash },
        "Default_Ignorable_Code_Point": { $0.properties.isDefaultIgnorableCodePoint },
        "Deprecated": { $0.properties.isDeprecated }, "Diacritic": { $0.properties.isDiacritic },
        "Emoji": { $0.properties.isEmoji }, "Emoji_Modifier": { $0.properties.isEmojiModifier },
        "Emoji_Modifier_Base": { $0.properties.isEmojiModifierBase },
        "Emoji_Presentation": { $0.properties.isEmojiPresentation },
        "Emoji_Component": { emojiComponents.contains($0.value) },
        "Extended_Pictographic": { pictographs.contains($0.value) }, "Extender": { $0.properties.isExtender },
        "Grapheme_Base": { $0.properties.isGraphemeBase }, "Grapheme_Extend": { $0.properties.isGraphemeExtend },
        "Hex_Digit": { $0.properties.isHexDigit }, "IDS_Binary_Operator": { $0.properties.isIDSBinaryOperator },
        "IDS_Trinary_Operator": { $0.properties.isIDSTrinaryOperator }, "ID_Continue": { $0.properties.isIDContinue },
        "ID_Start": { $0.properties.isIDStart }, "Ideographic": { $0.properties.isIdeographic },
        "Join_Control": { $0.properties.isJoinControl },
        "Logical_Order_Exception": { $0.properties.isLogicalOrderException },
        "Lowercase": { $0.properties.isLowercase }, "Math": { $0.properties.isMath },
        "Noncharacter_Code_Point": { $0.properties.isNoncharacterCodePoint },
        "Pattern_Syntax": { $0.properties.isPatternSyntax },
        "Pattern_White_Space": { $0.properties.isPatternWhitespace },
        "Quotation_Mark": { $0.properties.isQuotationMark }, "Radical": { $0.properties.isRadical },
        "Regional_Indicator": { (0x1F1E6...0x1F1FF).contains($0.value) },
        "Sentence_Terminal": { $0.properties.isSentenceTerminal }, "Soft_Dotted": { $0.properties.isSoftDotted },
        "Terminal_Punctuation": { $0.properties.isTerminalPunctuation },
        "Unified_Ideograph": { $0.properties.isUnifiedIdeograph }, "Uppercase": { $0.properties.isUppercase },
        "Variation_Selector": { $0.properties.isVariationSelector },
        "White_Space": { $0.properties.isWhitespace }, "XID_Continue": { $0.properties.isXIDContinue },
        "XID_Start": { $0.properties.isXIDStart },
    ]

    private static let shortNames = [
        "Alpha": "Alphabetic", "AHex": "ASCII_Hex_Digit", "Bidi_C": "Bidi_Control", "Bidi_M": "Bidi_Mirrored",
        "CI": "Case_Ignorable", "CWCF": "Changes_When_Casefolded", "CWCM": "Changes_When_Casemapped",
        "CWL": "Changes_When_Lowercased", "CWKCF": "Changes_When_NFKC_Casefolded", "CWT": "Changes_When_Titlecased",
        "CWU": "Changes_When_Uppercased", "DI": "Default_Ignorable_Code_Point", "Dep": "Deprecated",
        "Dia": "Diacritic", "EMod": "Emoji_Modifier", "EBase": "Emoji_Modifier_Base", "EPres": "Emoji_Presentation",
        "EComp": "Emoji_Component", "ExtPict": "Extended_Pictographic", "Ext": "Extender", "Gr_Base": "Grapheme_Base",
        "Gr_Ext": "Grapheme_Extend", "Hex": "Hex_Digit",
        "IDSB": "IDS_Binary_Operator", "IDST": "IDS_Trinary_Operator", "IDC": "ID_Continue", "IDS": "ID_Start",
        "Ideo": "Ideographic", "Join_C": "Join_Control", "LOE": "Logical_Order_Exception", "Lower": "Lowercase",
        "NChar": "Noncharacter_Code_Point", "Pat_Syn": "Pattern_Syntax", "Pat_WS": "Pattern_White_Space",
        "QMark": "Quotation_Mark", "RI": "Regional_Indicator", "STerm": "Sentence_Terminal", "SD": "Soft_Dotted",
        "Term": "Terminal_Punctuation", "UIdeo": "Unified_Ideograph", "Upper": "Uppercase",
        "VS": "Variation_Selector", "space": "White_Space", "XIDC": "XID_Continue", "XIDS": "XID_Start",
    ]

    /// What emoji are put together from, and emoji that are there or may come: no properties of Swift's scalars.
    private static let emojiComponents = ScalarRanges(
        hexadecimal: "23 2A 30-39 200D 20E3 FE0F 1F1E6-1F1FF 1F3FB-1F3FF 1F9B0-1F9B3 E0020-E007F".split(separator: " "))
    private static let pictographs = ScalarRanges(
        hexadecimal: """
            A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 23CF 23E9-23F3 23F8-23FA 24C2 25AA-25AB \
            25B6 25C0 25FB-25FE 2600-2604 260E 2611 2614-2615 2618 261D 2620 2622-2623 2626 262A 262E-262F \
            2638-263A 2640 2642 2648-2653 265F-2660 2663 2665-2666 2668 267B 267E-267F 2692-2697 2699 269B-269C \
            26A0-26A1 26A7 26AA-26AB 26B0-26B1 26BD-26BE 26C4-26C5 26C8 26CE-26CF 26D1 26D3-26D4 26E9-26EA \
            26F0-26F5 26F7-26FA 26FD 2702 2705 2708-270D 270F 2712 2714 2716 271D 2721 2728 2733-2734 2744 2747 \
            274C 274E 2753-2755 2757 2763-2764 2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 \
            3030 303D 3297 3299 1F004 1F02C-1F02F 1F094-1F09F 1F0AF-1F0B0 1F0C0 1F0CF-1F0D0 1F0F6-1F0FF \
            1F170-1F171 1F17E-1F17F 1F18E 1F191-1F19A 1F1AE-1F1E5 1F201-1F20F 1F21A 1F22F 1F232-1F23A \
            1F23C-1F23F 1F249-1F25F 1F266-1F321 1F324-1F393 1F396-1F397 1F399-1F39B 1F39E-1F3F0 1F3F3-1F3F5 \
            1F3F7-1F3FA 1F400-1F4FD 1F4FF-1F53D 1F549-1F54E 1F550-1F567 1F56F-1F570 1F573-1F57A 1F587 \
            1F58A-1F58D 1F590 1F595-1F596 1F5A4-1F5A5 1F5A8 1F5B1-1F5B2 1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 \
            1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA-1F64F 1F680-1F6C5 1F6CB-1F6D2 1F6D5-1F6E5 1F6E9 \
            1F6EB-1F6F0 1F6F3-1F6FF 1F7DA-1F7FF 1F80C-1F80F 1F848-1F84F 1F85A-1F85F 1F888-1F88F 1F8AE-1F8AF \
            1F8BC-1F8BF 1F8C2-1F8CF 1F8D9-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA58-1FA5F 1FA6E-1FAFF \
            1FC00-1FFFD
            """.split(separator: " "))
}
