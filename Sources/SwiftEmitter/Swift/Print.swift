/// One file of a generated module.
package struct GeneratedFile: Sendable {
    /// Relative to the folder of the module, for example `Models.swift`.
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// Prints declarations: four spaces a level, lines of at most 120 columns where they can be broken.
package func print(_ declarations: [Declaration], header: [Code]) -> String {
    var printer = Printer(level: 0)
    for line in header { printer.line(line.text) }
    printer.print(declarations, isApart: declarations.map { _ in true })
    return printer.text
}

private struct Printer {
    private(set) var text = ""
    private var level: Int
    /// Attributes that go before what is printed next, on its line where that is long enough.
    private var attributes = ""

    init(level: Int) { self.level = level }

    mutating func line(_ line: String) {
        if !line.isEmpty {
            let indent = String(repeating: "    ", count: level)
            text += indent
            if !attributes.isEmpty {
                text += attributes
                text += line.count + attributes.count + level * 4 < 120 ? " " : "\n" + indent
                attributes = ""
            }
            text += line
        }
        text += "\n"
    }

    mutating func print(_ declaration: Declaration) {
        for documentation in declaration.documentation { line(documentation.isEmpty ? "///" : "/// " + documentation) }
        attributes = declaration.attributes.map(\.text).joined(separator: " ")
        switch declaration.body {
        case .none: signature(declaration, opening: "")
        case .statements(let statements):
            if let short = oneLine(declaration, statements) { return line(short) }
            body(declaration, statements)
        case .members(let members):
            if members.isEmpty { return line(declaration.head.text + " {}") }
            signature(declaration, opening: " {")
            level += 1
            self.members(members)
            level -= 1
            line("}")
        }
    }

    /// A body on lines of its own; a list takes those of its brackets, and accessors stand on one.
    private mutating func body(_ declaration: Declaration, _ statements: [Code]) {
        if statements.count == 1, statements[0].text.hasPrefix("[\n") {
            return statement("\(declaration.head) { \(statements[0]) }")
        }
        signature(declaration, opening: " {")
        level += 1
        let isAccessors = statements.allSatisfy(\.isAccessor)
        for statement in isAccessors ? [statements.joined(separator: " ")] : statements { self.statement(statement) }
        level -= 1
        line("}")
    }

    /// Members, with an empty line around everything that takes more than its line and one of a comment.
    private mutating func members(_ members: [Declaration]) {
        let isShort = members.map(isShort)
        let isApart = members.indices.map { index in
            index > 0 && !members[index].isAttached && !(isShort[index - 1] && isShort[index])
        }
        print(members, isApart: isApart)
    }

    /// Prints declarations, on all cores where there are many of them.
    ///
    /// - Parameter isApart: Whether an empty line separates each from what is before it.
    mutating func print(_ declarations: [Declaration], isApart: [Bool]) {
        let level = level
        let parts = declarations.indices.concurrentChunks(of: 32) { indices in
            var printer = Printer(level: level)
            for index in indices {
                if isApart[index] { printer.line("") }
                printer.print(declarations[index])
            }
            return printer.text
        }
        for part in parts { text += part }
    }

    /// Whether a declaration is one line with at most one of a comment.
    private func isShort(_ declaration: Declaration) -> Bool {
        guard declaration.documentation.count <= 1, declaration.attributes.isEmpty else { return false }
        return switch declaration.body {
        case .none: declaration.head.isOneLine
        case .statements(let statements): oneLine(declaration, statements) != nil
        case .members(let members): members.isEmpty
        }
    }

    /// A body of one short statement, or of short accessors, on the line of its declaration.
    private func oneLine(_ declaration: Declaration, _ statements: [Code]) -> String? {
        guard statements.count <= 1 || statements.allSatisfy(\.isAccessor), statements.allSatisfy(\.isOneLine) else {
            return nil
        }
        let body = statements.isEmpty ? " {}" : " { \(statements.map(\.text).joined(separator: " ")) }"
        let line = flat(declaration) + body
        return isFitting(line) && declaration.head.isOneLine ? line : nil
    }

    private func flat(_ declaration: Declaration) -> String {
        let parameters = declaration.parameters.map { "(" + $0.map(\.text).joined(separator: ", ") + ")" } ?? ""
        return declaration.head.text + parameters + declaration.tail.text
    }

    /// The signature on one line or, where it is too long, its parameters on lines of their own: those of a function one by
    /// one, for they are what a caller looks up, those of an initialiser as many as go on a line.
    private mutating func signature(_ declaration: Declaration, opening: String) {
        let line = flat(declaration) + opening
        guard !isFitting(line), let parameters = declaration.parameters, !parameters.isEmpty else {
            return self.line(line)
        }
        self.line(declaration.head.text + "(")
        level += 1
        let list = parameters.map(\.text).joined(separator: ", ")
        if isFitting(list) {
            self.line(list)
        } else if declaration.head.text.hasSuffix("init") {
            statement(Code.filled(parameters, level: 0))
        } else {
            for (index, parameter) in parameters.enumerated() {
                self.line(parameter.text + (index + 1 < parameters.count ? "," : ""))
            }
        }
        level -= 1
        self.line(")" + declaration.tail.text + opening)
    }

    private mutating func statement(_ statement: Code) {
        guard !statement.isOneLine else { return line(statement.text) }
        for part in statement.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line(String(Substring(part)))
        }
    }

    /// Whether a text fits on a line of its own.
    private func isFitting(_ line: String) -> Bool {
        let columns = 120 - level * 4
        return line.utf8.count <= columns || line.count <= columns
    }
}

extension Code {
    fileprivate var isOneLine: Bool { !text.utf8.contains(UInt8(ascii: "\n")) }

    fileprivate var isAccessor: Bool { text.hasPrefix("get {") || text.hasPrefix("set {") }
}
