extension Binder {
    /// Reads the entry document.
    func loadEntry() -> Node? {
        do {
            return try load(.local(entry))
        } catch {
            let message = "the file cannot be read: \(error)"
            reading.diagnostics.report(Diagnostic(.error, "unreadable-file", message, at: nil, path: entryPath))
            return nil
        }
    }

    /// The root of a file, which is read once; nil when its text cannot be understood, which was reported then.
    func load(_ address: FileAddress) throws -> Node? {
        if let known = roots[address] { return known }
        let path = shown(address)
        let source = try stopwatch.measure("load") { SourceFile(path: path, bytes: try read(address, path)) }
        let file = files.add(source)
        addresses[file] = address
        names.bases[file] = address.base
        let root = stopwatch.measure("parse") {
            parse(file: file, in: files, into: &reading.arena, limits: limits, diagnostics: &reading.diagnostics)
        }
        roots[address] = .some(root)
        if let version = root.flatMap(reading.statedVersion) { reading.versions[file] = version }
        return root
    }

    private func read(_ address: FileAddress, _ path: String) throws -> [UInt8] {
        switch address {
        case .local: try provider.read(path)
        case .remote(let address): try provider.fetch?(address) ?? []
        }
    }

    /// What a file is called; one in the entry document's folder keeps the spelling of that.
    private func shown(_ address: FileAddress) -> String {
        switch address {
        case .local(entry): entryPath
        case .local(let path) where path.isBelowFolder(of: entry):
            entryPath.prefix(through: "/") + path.parts.dropFirst(entry.folder.count).joined(separator: "/")
        case .local(let path): path.text
        case .remote(let address): address
        }
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
        switch addresses[file] {
        case .remote(let base): loadRemote(joined(base, path), path, at: range)
        case .local(let base): loadLocal(path, from: base, at: range)
        case nil: nil
        }
    }

    private func loadLocal(_ path: String, from base: FilePath, at range: SourceRange) -> Node? {
        guard let target = FilePath(path, from: base) else {
            reading.report("unresolved-reference", "`\(path)` is no path of a file", at: range)
            return nil
        }
        guard provider.allowsOutside || target.isBelowFolder(of: entry) else {
            reportOutside("`\(path)` is outside the folder of the entry document", at: range)
            return nil
        }
        return load(.local(target), at: range)
    }

    /// - Parameter text: The reference as it is written.
    func loadRemote(_ address: String, _ text: String, at range: SourceRange) -> Node? {
        guard provider.fetch != nil else {
            reading.report(
                "remote-reference", "`\(text)` is not followed: it is on another machine", at: range,
                help: "use --allow-remote, or save the file beside the document and refer to the copy")
            return nil
        }
        return load(.remote(address), at: range)
    }

    private func load(_ address: FileAddress, at range: SourceRange) -> Node? {
        do {
            return try load(address)
        } catch is FileProvider.LeavesFolder {
            let message = "`\(shown(address))` is a symbolic link that leads out of the folder of the entry document"
            reportOutside(message, at: range)
        } catch {
            reading.report("unresolved-reference", "`\(shown(address))` cannot be read: \(error)", at: range)
        }
        roots[address] = .some(nil)
        return nil
    }

    private func reportOutside(_ message: String, at range: SourceRange) {
        reading.report(
            "reference-outside", message, at: range,
            help: "move the file into the entry document's folder, or use --allow-outside")
    }
}

extension String {
    /// What stands before the last of a character, and the character itself; nothing where there is none.
    fileprivate func prefix(through character: Character) -> String {
        lastIndex(of: character).map { String(self[...$0]) } ?? ""
    }
}
