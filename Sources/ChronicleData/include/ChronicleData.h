#ifndef ChronicleData_h
#define ChronicleData_h
#endif
