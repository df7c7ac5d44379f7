/// What SARIF 2.1.0 demands of the objects that reports have (sections 3.13 to 3.52), as a schema that allows nothing else.
///
/// The published schema is not part of this project; it allows more and says the same of these objects.
enum SARIFSchema {
    static let text = """
        $schema: https://json-schema.org/draft/2020-12/schema
        type: object
        required: [version, runs]
        additionalProperties: false
        properties:
          $schema: { type: string, format: uri }
          version: { const: 2.1.0 }
          runs: { type: array, minItems: 1, items: { $ref: '#/$defs/run' } }
        $defs:
          run:
            type: object
            required: [tool, results]
            additionalProperties: false
            properties:
              tool:
                type: object
                required: [driver]
                additionalProperties: false
                properties: { driver: { $ref: '#/$defs/component' } }
              columnKind: { enum: [utf16CodeUnits, unicodeCodePoints] }
              results: { type: array, items: { $ref: '#/$defs/result' } }
          component:
            type: object
            required: [name, rules]
            additionalProperties: false
            properties:
              name: { type: string, minLength: 1 }
              version: { type: string, minLength: 1 }
              semanticVersion: { type: string, pattern: '^\\d+\\.\\d+\\.\\d+' }
              rules: { type: array, uniqueItems: true, items: { $ref: '#/$defs/rule' } }
          rule:
            type: object
            required: [id]
            additionalProperties: false
            properties:
              id: { type: string, minLength: 1 }
              shortDescription: { $ref: '#/$defs/text' }
              helpUri: { type: string, format: uri }
              help: { $ref: '#/$defs/text' }
              defaultConfiguration:
                type: object
                required: [level]
                additionalProperties: false
                properties: { level: { $ref: '#/$defs/level' } }
          result:
            type: object
            required: [ruleId, ruleIndex, level, message, partialFingerprints]
            additionalProperties: false
            properties:
              ruleId: { type: string, minLength: 1 }
              ruleIndex: { type: integer, minimum: 0 }
              level: { $ref: '#/$defs/level' }
              message: { $ref: '#/$defs/text' }
              locations: { type: array, minItems: 1, maxItems: 1, items: { $ref: '#/$defs/location' } }
              relatedLocations: { type: array, minItems: 1, uniqueItems: true, items: { $ref: '#/$defs/location' } }
              partialFingerprints: { type: object, minProperties: 1, additionalProperties: { type: string } }
          level: { enum: [none, note, warning, error] }
          text:
            type: object
            required: [text]
            additionalProperties: false
            # `{0}` would stand for an argument (section 3.11.5).
            properties: { text: { type: string, minLength: 1, not: { pattern: '(^|[^{])\\{\\d+\\}' } } }
          location:
            type: object
            required: [physicalLocation]
            additionalProperties: false
            properties:
              id: { type: integer, minimum: 0 }
              message: { $ref: '#/$defs/text' }
              physicalLocation:
                type: object
                required: [artifactLocation]
                additionalProperties: false
                properties:
                  artifactLocation:
                    type: object
                    required: [uri]
                    additionalProperties: false
                    properties: { uri: { type: string, format: uri-reference } }
                  region: { $ref: '#/$defs/region' }
              logicalLocations:
                type: array
                items:
                  type: object
                  required: [fullyQualifiedName]
                  additionalProperties: false
                  properties: { fullyQualifiedName: { type: string } }
          region:
            type: object
            required: [startLine, startColumn, endLine, endColumn]
            additionalProperties: false
            properties:
              startLine: { type: integer, minimum: 1 }
              startColumn: { type: integer, minimum: 1 }
              endLine: { type: integer, minimum: 1 }
              endColumn: { type: integer, minimum: 1 }

        """
}
