#ifndef LexiconData_h
#define LexiconData_h
#endif
