import Foundation
import OpenAPIModel
import Testing

/// Every row of the list of planted defects has its test here, in each version that it applies to.
@Suite struct PlantedDefectRowTests {
    /// The defects by what the rows are called.
    private static let defects: [String: String] = [
        "dup operationId (same path)": "an id twice in a path",
        "dup operationId: path vs callback": "an id in a path and a callback",
        "dup operationId: path vs webhook": "an id in a path and a webhook",
        "template var undeclared": "a variable without a parameter",
        "path param not in template": "a parameter without a variable",
        "path param required:false": "an optional part of a path",
        "template var twice in path": "a variable twice",
        "identical templated paths": "identical paths",
        "ambiguous paths (/{e}/me vs /a/{id})": "ambiguous paths",
        "path without leading slash": "no leading slash",
        "query string in path key": "a query in a path",
        "unbalanced brace in path": "an unbalanced brace",
        "dup params in operation": "a parameter twice",
        "dup params via $ref": "a parameter twice by reference",
        "dup header params differing in case": "headers that differ in case",
        "unresolved local $ref (schema)": "an unresolved schema",
        "unresolved $ref (response)": "an unresolved response",
        "unresolved external file $ref": "an unresolved file",
        "$ref to wrong object type": "a reference to another kind of object",
        "pure $ref cycle A->B->A": "a circle of references",
        "required infinite recursion (no base case)": "recursion without end",
        "discriminator mapping to missing schema": "a mapping to a schema that is missing",
        "discriminator propertyName not in variants": "a discriminator that the variants do not have",
        "discriminator w/o oneOf/anyOf/allOf": "a discriminator alone",
        "security requirement unknown scheme": "an unknown scheme",
        "oauth2 scope undeclared": "an unknown scope",
        "scopes on apiKey": "scopes of an API key",
        "server variable undeclared": "an undeclared server variable",
        "server variable unused": "a server variable that is not used",
        "server var default not in enum": "a server variable's default that is no value",
        "server url with query/fragment": "a server with a query",
        "bad response code key 999": "a status that is none",
        "bad response code key 2xx lower": "a class in small letters",
        "empty responses": "no responses",
        "media type key invalid": "a bad media type",
        "parameter content with 2 entries": "a parameter with two media types",
        "parameter schema+content": "a parameter with a schema and content",
        "example+examples together": "example and examples",
        "media example violates schema": "an example of a body",
        "named example violates schema": "a named example of a body",
        "param example violates schema": "an example of a parameter",
        "schema example violates schema": "an example of a schema",
        "default violates type": "a default of another type",
        "default not in enum": "a default that is no value",
        "enum value wrong type": "a value of another type",
        "invalid ECMA regex (PCRE-only (?P<x>)": "a pattern of another language",
        "regex unbalanced [": "a class that is not closed",
        "readOnly+writeOnly both": "readOnly and writeOnly",
        "required prop undefined": "required and not described",
        "array w/o items": "a list without items",
        "minimum > maximum": "bounds without room",
        "component key bad charset": "a bad name of a component",
        "link operationId unknown": "a link to an operation that is missing",
        "link both operationId+operationRef": "a link with both",
        "link operationRef unresolved": "a link to a place that is missing",
        "link param runtime expr to undeclared param": "a link from a parameter that is not declared",
        "encoding key not a property": "an encoding of nothing",
        "header object with name/in": "header with a name",
        "duplicate tag names": "a tag twice",
        "3.2 tag parent missing": "a tag's parent that is missing",
        "3.2 tag parent cycle": "a circle of tags",
        "3.2 query + querystring": "query and querystring",
        "3.2 querystring at path + query at op": "querystring of the path, query of the operation",
        "3.2 additionalOperations POST": "POST as an additional operation",
        "3.2 discriminator optional w/o defaultMapping": "an optional discriminator",
        "3.2 duplicate server name": "a server's name twice",
        "3.2 example dataValue violates schema": "an example's data",
        "3.1 keyword in 3.0 (const)": "a later keyword",
        "3.0 nullable in 3.1+": "an older keyword",
        "nullable w/o type (3.0)": "nullable without a type",
        "license url+identifier": "both ways to a license",
        "$ref siblings in 3.0 schema": "members beside a reference",
        "requestBody on GET": "a body of GET",
        "style not allowed for location (deepObject in path)": "a style for another place",
        "allowReserved on header param": "allowReserved in a header",
        "Accept/Content-Type/Authorization header param": "a parameter for a header that is ignored",
        "not a URL (openIdConnectUrl)": "an address that is none",
        "duplicate media type differing by case": "a media type twice",
    ]
    /// The rows about documents with nothing wrong.
    private static let good: Set<String> = ["ok baseline", "valid ECMA regex \\p{L} with u"]

    @Test func everyRowHasADefect() throws {
        let file = Shared.folder.appendingPathComponent("facts/one-defect-cases.md")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            return print("the rows of planted defects are skipped: there is no \(file.path)")
        }
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { row in
            row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        .filter { $0.count == 4 && $0[0] != "Defect" && !$0[0].hasPrefix("---") }
        let names = Set(rows.map { $0[0] })
        #expect(names == Set(Self.defects.keys).union(Self.good))
        let byName = Dictionary(grouping: PlantedDefect.all, by: \.name)
        for row in rows where !Self.good.contains(row[0]) {
            let planted = try #require(Self.defects[row[0]].flatMap { byName[$0]?.first }, "\(row[0])")
            let versions = zip([OpenAPIVersion.v3_0, .v3_1, .v3_2], row.dropFirst()).filter { $1 != "–" }.map(\.0)
            #expect(planted.versions.isSuperset(of: versions), "\(row[0])")
        }
    }

    @Test(arguments: [OpenAPIVersion.v3_0, .v3_1, .v3_2]) func aPatternOfECMAIsNoDefect(version: OpenAPIVersion) {
        let text = PlantedDefect.base(version).replacing(
            "n: { type: string }", with: #"n: { type: string, pattern: '^\p{L}+$' }"#)
        #expect(Validated(text, isWhole: true).findings() == [])
    }
}
