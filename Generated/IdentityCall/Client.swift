// Written by the generator.
