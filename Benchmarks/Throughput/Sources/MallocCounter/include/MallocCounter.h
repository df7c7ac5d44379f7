/// How often this process has asked for memory; the library has to be preloaded.
unsigned long trunkline_malloc_count(void);
