import Foundation
import Testing
import TrunklineRuntime

/// Members of objects: found in any order, kept where nobody asks for them, reported with their path.
@Suite struct ObjectCodingTests {
    /// A model as the tool generates it.
    struct Pet: ObjectModel, Hashable, Codable {
        var name: String
        var age: Int?
        var owner: Nullable<String>?
        var toys: [Toy]?
        var otherMembers: JSONMembers

        init(from object: inout ObjectDecoder) throws(DecodingIssue) {
            name = object.required("name")
            age = object.optional("age")
            owner = object.nullable("owner")
            toys = object.optional("toys")
            otherMembers = object.rest()
        }

        func encode(into object: inout ObjectEncoder) {
            object.rest(otherMembers)
            object.required("name", name)
            object.optional("age", age)
            object.nullable("owner", owner)
            object.optional("toys", toys)
        }
    }

    struct Toy: ObjectModel, Hashable, Codable {
        var weight: Double

        init(from object: inout ObjectDecoder) throws(DecodingIssue) { weight = try object.required("weight") }

        func encode(into object: inout ObjectEncoder) { object.required("weight", weight) }
    }

    /// A member that may be missing is read on after a mistake; what is said is the first mistake, whatever comes behind it.
    @Test(arguments: [
        (#"{"name": "Rex", "age": "old", "toys": 1}"#, "age: expected an integer, found the string \"old\""),
        (#"{"name": "Rex", "owner": 1, "toys": [{}]}"#, "owner: expected a string, found the number 1"),
        (#"{"name": 1, "age": "old"}"#, "name: expected a string, found the number 1"),
        (#"{"age": "old"}"#, "name: the required member is missing"),
    ]) func firstMistakeIsSaid(text: String, mistake: String) {
        let issue = #expect(throws: DecodingIssue.self) { try pet(text) }
        #expect(issue?.description == mistake)
    }

    private func pet(_ text: String) throws -> Pet { try JSONCodec.decode(from: Data(text.utf8)) }

    private func text(_ value: some JSONCodable) throws -> String {
        String(decoding: try JSONCodec.encode(value), as: UTF8.self)
    }

    private func issue(_ text: String) -> String? {
        do throws(DecodingIssue) {
            _ = try JSONCodec.decode(Pet.self, from: Data(text.utf8))
            return nil
        } catch {
            return error.description
        }
    }

    @Test func membersComeInAnyOrder() throws {
        let pet = try pet(#"{"toys": [{"weight": 1}], "x": 1, "owner": "Ann", "age": 3, "name": "Rex"}"#)
        #expect(pet.name == "Rex")
        #expect(pet.age == 3)
        #expect(pet.owner == .value("Ann"))
        #expect(pet.toys?.first?.weight == 1)
        #expect(pet.otherMembers.names == ["x"])
    }

    @Test func absentAndNullDiffer() throws {
        let absent = try pet(#"{"name": "Rex"}"#)
        #expect(absent.owner == nil)
        #expect(try text(absent) == #"{"name":"Rex"}"#)
        let null = try pet(#"{"name": "Rex", "owner": null, "age": null}"#)
        #expect(null.owner == .some(.null))
        #expect(null.age == nil)
        #expect(null.otherMembers == ["age": .null])
        #expect(try text(null) == #"{"name":"Rex","owner":null,"age":null}"#)
        #expect(absent != null)
    }

    @Test func unknownMembersAreWrittenBackButNeverTwice() throws {
        var pet = try pet(#"{"x": {"deep": [1.10, 1e400]}, "name": "Rex", "age": null, "y": 2}"#)
        #expect(try text(pet) == #"{"name":"Rex","x":{"deep":[1.10,1e400]},"age":null,"y":2}"#)
        pet.age = 4
        #expect(try text(pet) == #"{"name":"Rex","age":4,"x":{"deep":[1.10,1e400]},"y":2}"#)
    }

    @Test func escapedNamesAreTheSameNames() throws {
        let pet = try pet(#"{"\u006eame": "Rex", "a\u0067e": 3, "\u0078": 1}"#)
        #expect((pet.name, pet.age) == ("Rex", 3))
        #expect(pet.otherMembers.names == ["x"])
    }

    @Test func aRepeatedMemberIsOneOfThem() throws {
        let pet = try pet(#"{"name": "Rex", "name": "Tom"}"#)
        #expect(["Rex", "Tom"].contains(pet.name))
        #expect(try text(pet) == "{\"name\":\"\(pet.name)\"}")
    }

    /// The first 64 members are kept track of in one word, the others in a list.
    @Test(arguments: [63, 64, 65, 128, 129, 300]) func manyMembersAreKeptApart(count: Int) throws {
        let unknown = (0..<count).map { "\"m\($0)\": \($0)" }
        for place in [0, count / 2, count] {
            let members = unknown[..<place] + ["\"name\": \"Rex\""] + unknown[place...] + ["\"age\": 3"]
            let pet = try pet("{" + members.joined(separator: ",") + "}")
            #expect((pet.name, pet.age) == ("Rex", 3))
            #expect(pet.otherMembers.names == (0..<count).map { "m\($0)" })
        }
    }

    @Test(arguments: [
        (#"{}"#, "name: the required member is missing"),
        (#"{"name": null}"#, "name: expected a string, found null"),
        (#"{"name": "Rex", "age": "old"}"#, #"age: expected an integer, found the string "old""#),
        (#"{"name": "Rex", "age": 1.5}"#, "age: expected an integer of 64 bits, found the number 1.5"),
        (#"{"name": "Rex", "toys": [{"weight": 1}, {}]}"#, "toys[1].weight: the required member is missing"),
        (#"{"name": "Rex", "toys": [{"weight": true}]}"#, "toys[0].weight: expected a number, found a boolean"),
        (#"{"name": "Rex", "toys": {}}"#, "toys: expected an array, found an object"),
        (#"[]"#, "expected an object, found an array"),
        (#"{"name": }"#, "the text is not JSON: line 1, column 10: expected a value"),
    ])
    func issuesSayWhereAndWhat(text: String, issue: String) {
        #expect(self.issue(text) == issue)
    }

    @Test func numbersThatJSONLacksAreReportedWithTheirPath() throws {
        var pet = try pet(#"{"name": "Rex", "toys": [{"weight": 1}, {"weight": 2}]}"#)
        pet.toys?[1].weight = .nan
        #expect { try JSONCodec.encode(pet) } throws: {
            "\($0)" == "toys[1].weight: a number has to be finite, not nan"
        }
        #expect { try JSONCodec.encode(["a": [0, -Double.infinity]]) } throws: {
            "\($0)" == "a[1]: a number has to be finite, not -inf"
        }
        #expect { try JSONEncoder().encode(pet) } throws: { error in
            guard case EncodingError.invalidValue = error else { return false }
            return true
        }
    }

    @Test func equalityIsAboutMeaning() throws {
        let left = try pet(#"{"name": "Rex", "age": 3, "x": 1.0, "y": [1]}"#)
        let right = try pet(#"{"y": [1], "x": 1, "age": 3e0, "name": "R\u0065x"}"#)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(try left != pet(#"{"name": "Rex", "age": 3, "x": 1.0, "y": [2]}"#))
    }

    @Test func codableDoesWhatTheCodecDoes() throws {
        let texts = [
            #"{"name":"Rex"}"#, #"{"name":"Rex","owner":null}"#, #"{"name":"R\"ex\n","age":9007199254740993}"#,
            #"{"name":"Rex","owner":"Ann","toys":[{"weight":0.5}],"x":[null,true,{"z":[]}]}"#,
        ]
        for text in texts {
            let model = try pet(text)
            #expect(try JSONDecoder().decode(Pet.self, from: Data(text.utf8)) == model)
            #expect(try pet(String(decoding: try JSONEncoder().encode(model), as: UTF8.self)) == model)
        }
        #expect { try JSONDecoder().decode(Pet.self, from: Data("{}".utf8)) } throws: { error in
            guard case DecodingError.keyNotFound(let key, _) = error else { return false }
            return key.stringValue == "name"
        }
    }

    @Test func aMemberThatIsOnlyReceivedIsLeftOut() throws {
        struct PetInput: ObjectModel, Hashable, Codable {
            var name: String
            var otherMembers: JSONMembers

            init(from object: inout ObjectDecoder) throws(DecodingIssue) {
                name = object.required("name")
                object.leaveOut("age")
                object.leaveOut("owner")
                otherMembers = object.rest()
            }

            func encode(into object: inout ObjectEncoder) {
                object.rest(otherMembers)
                object.required("name", name)
            }
        }
        let received = try pet(#"{"age": 3, "name": "Rex", "x": 1}"#)
        #expect(try text(JSONCodec.convert(received, to: PetInput.self)) == #"{"name":"Rex","x":1}"#)
    }
}
