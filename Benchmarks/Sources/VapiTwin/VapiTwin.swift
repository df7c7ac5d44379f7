// Everything else in this module is made by `make-twin` when it is built.
