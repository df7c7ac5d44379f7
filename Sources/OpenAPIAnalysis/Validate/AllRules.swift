extension Rule {
    /// Every rule, in the order of the documentation.
    package static let all: [Rule] = specification + lint + swift + foundByReading

    /// The rules by their ids.
    package static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// What the specification demands or advises beyond the shape of its objects.
    static let specification: [Rule] = [
        // The document.
        .tagUnique,
        .tagParent,
        .licenseUrlOrIdentifier,
        .licenseIdentifier,
        .addressSyntax,
        .reservedExtension,
        .unknownDialect,
        // Servers.
        .undeclaredServerVariable,
        .serverVariableUnused,
        .defaultNotAllowed,
        .serverEnumEmpty,
        .serverTemplate,
        .serverQuery,
        .serverNameUnique,
        // Paths.
        .undeclaredPathParameter,
        .unknownPathParameter,
        .pathParameterRequired,
        .pathVariableTwice,
        .pathTemplate,
        .pathIdentical,
        .pathAmbiguous,
        .additionalOperation,
        // Operations and parameters.
        .operationIDUnique,
        .duplicateParameter,
        .conflictingParameters,
        .ignoredHeader,
        .badHeaderName,
        .requestBodyIgnored,
        .responsesEmpty,
        .bodilessContent,
        .parameterValue,
        .parameterStyle,
        .allowReserved,
        .allowEmptyValue,
        .exampleOrExamples,
        .exampleValue,
        // Bodies.
        .badMediaType,
        .mediaTypeDuplicate,
        .encodingProperty,
        .encodingIgnored,
        .encodingExclusive,
        .multipartSchema,
        .itemSchema,
        // Components, links, callbacks, security.
        .componentName,
        .callbackExpression,
        .linkOperation,
        .linkParameter,
        .securitySchemeMember,
        .unknownScope,
        .scopesWithoutMeaning,
        // Schemas.
        .arrayItems,
        .duplicateValue,
        .emptyEnumeration,
        .enumMismatch,
        .defaultMismatch,
        .exampleMismatch,
        .formatMismatch,
        .readOnlyExample,
        .writeOnlyExample,
        .badPattern,
        .lenientPattern,
        .nullableEnumeration,
        .nullableWithoutType,
        .readAndWriteOnly,
        .requiredUndefined,
        .contradictoryBounds,
        .discriminatorAlone,
        .discriminatorProperty,
        .discriminatorDefault,
        .discriminatorMapping,
        .discriminatorInline,
        .xmlNodeType,
        .xmlName,
        .formatType,
        .misplacedKeyword,
        .schemaIDUnique,
        .dynamicReference,
        .allOfCycle,
        .requiredRecursion,
    ]

    /// What saves people from trouble.
    static let lint: [Rule] = [
        .operationDescription,
        .operationTags,
        .operationIDMissing,
        .operationIDSimilar,
        .tagDeclared,
        .errorResponse,
        .successResponse,
        .securityOpen,
        .serverInsecure,
        .serverTrailingSlash,
        .pathTrailingSlash,
        .unusedComponent,
        .namingConsistent,
        .unsafeMarkdown,
        .infoDescription,
        .infoContact,
        .infoLicense,
        .serversMissing,
        .parameterDescription,
        .schemaDescription,
        .tagDescription,
        .integerUnbounded,
    ]

    /// What becomes of a specification in Swift.
    static let swift: [Rule] =
        [
            .swiftName,
            .swiftBoxed,
            .swiftMixedObject,
        ] + foundByGenerator
}
