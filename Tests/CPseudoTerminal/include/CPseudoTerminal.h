#ifndef CPseudoTerminal_h
#define CPseudoTerminal_h
#endif
