/* A disk that fails on command: preloaded (LD_PRELOAD) into a program, it counts the calls that change what lies below
   FAULT_FOLDER, over all threads and processes, and does its deed at call number `at`. FAULT_CONTROL names the file that
   tells which: struct control, below, in the machine's own byte order. Deeds:

   kill    SIGKILL to the whole process group before the call
   torn    half of the write is done, then SIGKILL; any other call is done, then SIGKILL
   enospc  this call fails with ENOSPC            full  this and all later ones that need space (half of the first write is done)
   eio     this call fails with EIO               dead  this and all later ones, whatever they do
   (else)  nothing; `count` has the number of calls

   Build: cc -shared -fPIC -O1 -o faulty.so faulty.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NEEDS_SPACE = 1, FREES_SPACE = 2 };
enum { GO_ON, REFUSE, HALF };

static struct control { long count, at; char deed[16]; } *control;
static const char *folder;
#define count (&control->count)
#define at (control->at)
#define deed (control->deed)

#define REAL(type, name, ...) static type (*real_##name)(__VA_ARGS__); \
    if (!real_##name) real_##name = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("FAULT_CONTROL");
    folder = getenv("FAULT_FOLDER");
    int handle = file && folder ? open(file, O_RDWR) : -1;
    void *shared = handle < 0 ? MAP_FAILED : mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
    if (shared == MAP_FAILED) folder = NULL;
    else control = shared;
    if (handle >= 0) close(handle);
}

static int below(const char *path) {
    size_t length = folder ? strlen(folder) : 0;
    return folder && path && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int handle_below(int handle) {
    char link[64], path[PATH_MAX];
    if (!folder) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static void die(void) { kill(0, SIGKILL); for (;;) pause(); }

static int step(int kind) {
    int here, full = !strcmp(deed, "full"), space = full || !strcmp(deed, "enospc");
    if (space && kind == FREES_SPACE) return GO_ON;
    long number = __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);
    here = number == at;
    if (!strcmp(deed, "kill") && here) die();
    if (!strcmp(deed, "torn")) return here ? HALF : GO_ON;
    if (full && here) return HALF;
    if ((space && here) || (full && at && number > at)) { errno = ENOSPC; return REFUSE; }
    if ((!strcmp(deed, "eio") && here) || (!strcmp(deed, "dead") && at && number >= at)) { errno = EIO; return REFUSE; }
    return GO_ON;
}

#define PLAIN(concerned, kind, call) do { \
    int what = (concerned) ? step(kind) : GO_ON; \
    if (what == REFUSE) return -1; \
    if (what == HALF && !strcmp(deed, "full")) { errno = ENOSPC; return -1; } \
    long long result = (call); \
    if (what == HALF) die(); \
    return result; } while (0)

static ssize_t written(int what, ssize_t done, size_t size) {
    if (what == HALF && !strcmp(deed, "torn")) die();
    if (what == HALF && (size < 2 || done <= 0)) { errno = ENOSPC; return -1; }
    return done;
}

#define WRITE(handle, size, call_with_size) do { \
    int what = handle_below(handle) ? step(NEEDS_SPACE) : GO_ON; \
    if (what == REFUSE) return -1; \
    size_t part = what == HALF ? (size) / 2 : (size); \
    return written(what, (call_with_size), size); } while (0)

ssize_t write(int handle, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    WRITE(handle, size, real_write(handle, data, part));
}
ssize_t pwrite(int handle, const void *data, size_t size, off_t place) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    WRITE(handle, size, real_pwrite(handle, data, part, place));
}
ssize_t pwrite64(int handle, const void *data, size_t size, off64_t place) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    WRITE(handle, size, real_pwrite64(handle, data, part, place));
}
int fsync(int handle) { REAL(int, fsync, int); PLAIN(handle_below(handle), NEEDS_SPACE, real_fsync(handle)); }
int fdatasync(int handle) { REAL(int, fdatasync, int); PLAIN(handle_below(handle), NEEDS_SPACE, real_fdatasync(handle)); }
int ftruncate(int handle, off_t size) {
    REAL(int, ftruncate, int, off_t);
    PLAIN(handle_below(handle), FREES_SPACE, real_ftruncate(handle, size));
}
int ftruncate64(int handle, off64_t size) {
    REAL(int, ftruncate64, int, off64_t);
    PLAIN(handle_below(handle), FREES_SPACE, real_ftruncate64(handle, size));
}
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    PLAIN(below(to), NEEDS_SPACE, real_rename(from, to));
}
int link(const char *from, const char *to) {
    REAL(int, link, const char *, const char *);
    PLAIN(below(to), NEEDS_SPACE, real_link(from, to));
}
int unlink(const char *path) { REAL(int, unlink, const char *); PLAIN(below(path), FREES_SPACE, real_unlink(path)); }
int rmdir(const char *path) { REAL(int, rmdir, const char *); PLAIN(below(path), FREES_SPACE, real_rmdir(path)); }
int mkdir(const char *path, mode_t mode) { REAL(int, mkdir, const char *, mode_t); PLAIN(below(path), NEEDS_SPACE, real_mkdir(path, mode)); }

#define OPENING(name) \
int name(const char *path, int how, ...) { \
    va_list rest; va_start(rest, how); mode_t mode = how & O_CREAT ? va_arg(rest, mode_t) : 0; va_end(rest); \
    REAL(int, name, const char *, int, ...); \
    PLAIN((how & (O_CREAT | O_TRUNC)) && below(path), NEEDS_SPACE, real_##name(path, how, mode)); }
OPENING(open)
OPENING(open64)
