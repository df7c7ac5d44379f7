# `make generate` and `make test` are all that a fresh machine needs; `make help` lists the rest.

SPECIFICATIONS = specs/identitycall specs/topcalls specs/vapi Examples/Lending/Sources/Lending
EXAMPLES = $(wildcard Examples/*/Package.swift Examples/*/Sources/*/*.swift Examples/*/Tests/*/*.swift)
THROUGHPUT = Benchmarks/Throughput/Package.swift Benchmarks/Throughput/Sources
SOURCES = Package.swift Sources Plugins $(EXAMPLES) Benchmarks/Package.swift Benchmarks/Plugins Benchmarks/Sources $(THROUGHPUT) $(filter-out Tests/Goldens,$(wildcard Tests/*))
SWIFT_BUILD_FLAGS ?=

.PHONY: help generate test transports sanitize throughput examples docs artifact-bundle check format lint bench corpus fuzz clean libyaml

help: ## List the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 17

generate: libyaml ## Regenerate the three modules in Generated/, and that of an example.
	@swift run $(SWIFT_BUILD_FLAGS) --quiet trunkline generate $(SPECIFICATIONS)

test: libyaml ## Build everything and run all tests.
	swift build $(SWIFT_BUILD_FLAGS) --build-tests
	@scripts/test.sh $(SWIFT_BUILD_FLAGS)

transports: libyaml ## Test both transports, with async-http-client, which is built for it.
	swift test $(SWIFT_BUILD_FLAGS) --traits AsyncHTTPClient --filter TransportTests

sanitize: libyaml ## Run the client's tests under the thread sanitizer and the address sanitizer.
	scripts/sanitize.sh

examples: libyaml ## Build and test the packages in Examples/.
	scripts/examples.sh

docs: libyaml ## Write the documentation of the libraries to .build/docs, and fail where DocC has something to say.
	scripts/docs.sh

artifact-bundle: libyaml ## Build the tool as a SwiftPM artifact bundle, and try it.
	scripts/artifact-bundle.sh .build/trunkline.artifactbundle
	.build/trunkline.artifactbundle/*/trunkline generate --check $(SPECIFICATIONS)

check: libyaml lint ## Lint, fuzz a little, try small documents, and fail where Generated/ is not what the specifications say.
	swift run $(SWIFT_BUILD_FLAGS) --quiet trunkline validate $(SPECIFICATIONS)
	swift run $(SWIFT_BUILD_FLAGS) --quiet trunkline generate --check $(SPECIFICATIONS)
	CONFIGURATION=debug scripts/corpus.sh petstore museum cafe
	scripts/fuzz.sh bounded

format: ## Format the sources.
	swift format --in-place --parallel --recursive $(SOURCES)

lint: ## Report what `make format` would change.
	swift format lint --strict --parallel --recursive $(SOURCES)

bench: libyaml ## Measure coding, compiling, generating and reading, as one table with ratios.
	swift run -c release --package-path Benchmarks --quiet bench

throughput: libyaml ## Measure calls a second of a generated client and of a hand-written one, as a table.
	swift build -c release --package-path Benchmarks/Throughput --quiet
	Benchmarks/Throughput/.build/release/throughput

corpus: libyaml ## Generate, compile and cover the documents of the shared corpus, as a table.
	scripts/corpus.sh

fuzz: libyaml ## Fuzz the readers, an hour each (FUZZ_SECONDS=3600).
	scripts/fuzz.sh $(or $(FUZZ_SECONDS),3600)

clean: ## Remove everything that was built.
	rm -rf .build Benchmarks/.build Benchmarks/Throughput/.build Examples/*/.build

libyaml:
	@scripts/libyaml.sh
