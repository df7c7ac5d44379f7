extension Binder {
    /// Reads the entry document.
    func loadEntry() -> Node? {
        do {
            return try load(entry)
        } catch {
            let message = "the file cannot be read: \(error)"
            let path = folder + entry.text
            reading.diagnostics.report(Diagnostic(.error, "unreadable-file", message, at: nil, path: path))
            return nil
        }
    }

    /// The root of a file, which is read once; nil when its text cannot be understood, which was reported then.
    func load(_ path: RelativePath) throws -> Node? {
        if let known = roots[path] { return known }
        let source = try stopwatch.measure("load") {
            SourceFile(path: folder + path.text, bytes: try provider.read(folder + path.text))
        }
        let file = files.add(source)
        paths[file] = path
        let root = stopwatch.measure("parse") {
            parse(file: file, in: files, into: &reading.arena, limits: limits, diagnostics: &reading.diagnostics)
        }
        roots[path] = .some(root)
        return root
    }

    /// Reads the files that examples name; other formats than JSON and YAML have no value.
    func bindExternalExamples() {
        for example in reading.externalExamples {
            guard let text = example.externalValue, case .local(let path, _) = ReferenceText(text) else { continue }
            let ending = path.lowercased()
            guard [".json", ".yaml", ".yml"].contains(where: ending.hasSuffix) else { continue }
            let range = reading.arena.valueRange(in: example.node, for: "externalValue")
            guard let root = loadReferred(path, from: reading.arena.file(of: example.node), at: range) else { continue }
            externalValues[example.node] = root
        }
    }

    /// The root of a file that a text in another file names; what is wrong with it is reported at the range.
    func loadReferred(_ path: String, from file: FileID, at range: SourceRange) -> Node? {
        guard let target = RelativePath(path, from: paths[file]?.folder ?? []) else {
            reading.report(
                "reference-outside", "`\(path)` is outside the folder of the entry document", at: range,
                help: "references may only lead to files in the entry document's folder and the folders in it")
            return nil
        }
        do {
            return try load(target)
        } catch {
            reading.report("unresolved-reference", "`\(folder + target.text)` cannot be read: \(error)", at: range)
            roots[target] = .some(nil)
            return nil
        }
    }
}
