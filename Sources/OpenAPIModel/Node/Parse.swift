/// Reads a file into the arena, by the JSON grammar if its name ends with `.json` and as YAML otherwise.
///
/// Returns the file's root value, or nil when the text cannot be understood, which is then reported.
package func parse(
    file: FileID, in files: SourceFiles, into arena: inout NodeArena, limits: Limits = Limits(),
    diagnostics: inout Diagnostics
) -> Node? {
    let source = files[file]
    guard checkSize(source, file, arena.text.count, limits, &diagnostics), checkText(source, file, &diagnostics) else {
        return nil
    }
    var builder = NodeBuilder(file: file, limits: limits, arena: arena, diagnostics: diagnostics)
    // The arena must have one owner while it grows, or every append would copy it.
    arena = NodeArena()
    diagnostics = Diagnostics()
    let understood = source.isJSON ? parseJSON(source, into: &builder) : parseYAML(source, into: &builder)
    arena = builder.arena
    diagnostics = builder.diagnostics
    return understood ? builder.root : nil
}

extension SourceFile {
    /// Whether the file's name says that it is JSON.
    package var isJSON: Bool { path.lowercased().hasSuffix(".json") }
}
