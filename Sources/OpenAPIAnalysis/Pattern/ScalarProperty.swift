/// What `\p{…}` asks of a scalar.
///
/// For example, `\p{L}`, `\p{General_Category=Lu}`, `\p{Script=Greek}` and `\p{Alphabetic}`.
enum ScalarProperty: Hashable, Sendable {
    case category(Set<Unicode.GeneralCategory>)
    case scalars(ScalarRanges)
    case binary(BinaryProperty)

    /// - Parameter text: What stands in the braces.
    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            self.init(lone: text)
            return
        }
        switch parts[0] {
        case "General_Category", "gc":
            guard let categories = Unicode.GeneralCategory.named(parts[1]) else { return nil }
            self = .category(categories)
        case "Script", "sc":
            guard let scalars = Scripts.all.scalars(of: parts[1]) else { return nil }
            self = .scalars(scalars)
        case "Script_Extensions", "scx":
            guard let scalars = Scripts.all.extendedScalars(of: parts[1]) else { return nil }
            self = .scalars(scalars)
        default: return nil
        }
    }

    private init?(lone name: String) {
        if let categories = Unicode.GeneralCategory.named(name) {
            self = .category(categories)
        } else if let property = BinaryProperty(name: name) {
            self = .binary(property)
        } else {
            return nil
        }
    }

    func contains(_ scalar: UInt32) -> Bool {
        switch self {
        case .scalars(let scalars): scalars.contains(scalar)
        // Surrogates are no scalars of Swift; no text has them.
        case .category(let categories):
            Unicode.Scalar(scalar).map { categories.contains($0.properties.generalCategory) }
                ?? categories.contains(.surrogate)
        case .binary(let property): Unicode.Scalar(scalar).map(property.holds) ?? false
        }
    }
}

extension Unicode.GeneralCategory {
    /// The categories that a name of ECMA-262 stands for, short or long: `Lu`, `Uppercase_Letter`, `L`, `Letter`.
    static func named(_ name: String) -> Set<Unicode.GeneralCategory>? { names[name] }

    private static let names: [String: Set<Unicode.GeneralCategory>] = {
        var names: [String: Set<Unicode.GeneralCategory>] = [:]
        for (words, category) in single { for word in words { names[word] = [category] } }
        for (words, parts) in groups {
            let whole = parts.reduce(into: Set<Unicode.GeneralCategory>()) { $0.formUnion(names[$1] ?? []) }
            for word in words { names[word] = whole }
        }
        return names
    }()

    private static let single: [([String], Unicode.GeneralCategory)] = [
        (["Lu", "Uppercase_Letter"], .uppercaseLetter), (["Ll", "Lowercase_Letter"], .lowercaseLetter),
        (["Lt", "Titlecase_Letter"], .titlecaseLetter), (["Lm", "Modifier_Letter"], .modifierLetter),
        (["Lo", "Other_Letter"], .otherLetter), (["Mn", "Nonspacing_Mark"], .nonspacingMark),
        (["Mc", "Spacing_Mark"], .spacingMark), (["Me", "Enclosing_Mark"], .enclosingMark),
        (["Nd", "Decimal_Number", "digit"], .decimalNumber), (["Nl", "Letter_Number"], .letterNumber),
        (["No", "Other_Number"], .otherNumber), (["Pc", "Connector_Punctuation"], .connectorPunctuation),
        (["Pd", "Dash_Punctuation"], .dashPunctuation), (["Ps", "Open_Punctuation"], .openPunctuation),
        (["Pe", "Close_Punctuation"], .closePunctuation), (["Pi", "Initial_Punctuation"], .initialPunctuation),
        (["Pf", "Final_Punctuation"], .finalPunctuation), (["Po", "Other_Punctuation"], .otherPunctuation),
        (["Sm", "Math_Symbol"], .mathSymbol), (["Sc", "Currency_Symbol"], .currencySymbol),
        (["Sk", "Modifier_Symbol"], .modifierSymbol), (["So", "Other_Symbol"], .otherSymbol),
        (["Zs", "Space_Separator"], .spaceSeparator), (["Zl", "Line_Separator"], .lineSeparator),
        (["Zp", "Paragraph_Separator"], .paragraphSeparator), (["Cc", "Control", "cntrl"], .control),
        (["Cf", "Format"], .format), (["Cs", "Surrogate"], .surrogate), (["Co", "Private_Use"], .privateUse),
        (["Cn", "Unassigned"], .unassigned),
    ]

    private static let groups: [([String], [String])] = [
        (["LC", "Cased_Letter"], ["Lu", "Ll", "Lt"]), (["L", "Letter"], ["Lu", "Ll", "Lt", "Lm", "Lo"]),
        (["M", "Mark", "Combining_Mark"], ["Mn", "Mc", "Me"]), (["N", "Number"], ["Nd", "Nl", "No"]),
        (["P", "Punctuation", "punct"], ["Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"]),
        (["S", "Symbol"], ["Sm", "Sc", "Sk", "So"]), (["Z", "Separator"], ["Zs", "Zl", "Zp"]),
        (["C", "Other"], ["Cc", "Cf", "Cs", "Co", "Cn"]),
    ]
}
