/*
 * Records what a process asks of the disk, for power-loss replay: LD_PRELOAD=recorder.so RECORD_TO=log RECORD_BELOW=folder.
 * Each record: type (1 byte: W write, T truncate, S sync, O open, U unlink, R rename), 8-byte offset or size, 4-byte length
 * of the path, 4-byte length of the data, path, data (for R the new path). Little endian, appended under one mutex.
 * The offset of a sync is the number of records before it began: what another thread wrote meanwhile may be lost.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_FD 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *paths[MAX_FD];
static int log_fd = -1;
static uint64_t records = 0;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_close)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void start(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_open = dlsym(RTLD_NEXT, "open64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  const char *to = getenv("RECORD_TO");
  if (to != NULL) log_fd = real_open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_watched(const char *path) {
  const char *below = getenv("RECORD_BELOW");
  return log_fd >= 0 && path != NULL && below != NULL && strncmp(path, below, strlen(below)) == 0;
}

static void record(char type, const char *path, uint64_t offset, const void *data, size_t length) {
  uint32_t path_length = (uint32_t)strlen(path), data_length = (uint32_t)length;
  unsigned char head[17];
  head[0] = (unsigned char)type;
  memcpy(head + 1, &offset, 8);
  memcpy(head + 9, &path_length, 4);
  memcpy(head + 13, &data_length, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, path_length}, {(void *)data, length}};
  if (writev(log_fd, parts, 3) < 0) abort();
  records += 1;
}

static const char *path_of(int fd) { return fd >= 0 && fd < MAX_FD ? paths[fd] : NULL; }

static void remember(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MAX_FD || !is_watched(path)) return;
  pthread_mutex_lock(&lock);
  free(paths[fd]);
  paths[fd] = strdup(path);
  record('O', path, (flags & O_TRUNC) ? 1 : 0, "", 0);
  pthread_mutex_unlock(&lock);
}

#define OPEN(name, ...)                                     \
  int name(const char *path, int flags, ...) {              \
    va_list rest;                                           \
    va_start(rest, flags);                                  \
    mode_t mode = (mode_t)va_arg(rest, int);                \
    va_end(rest);                                           \
    int fd = real_open(path, flags, mode);                  \
    remember(fd, path, flags);                              \
    return fd;                                              \
  }
OPEN(open)
OPEN(open64)

static void note_write(int fd, const void *data, ssize_t length, off_t at) {
  const char *path = path_of(fd);
  if (path == NULL || length <= 0) return;
  pthread_mutex_lock(&lock);
  record('W', path, (uint64_t)at, data, (size_t)length);
  pthread_mutex_unlock(&lock);
}

ssize_t write(int fd, const void *data, size_t size) {
  off_t at = path_of(fd) != NULL ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t done = real_write(fd, data, size);
  note_write(fd, data, done, at);
  return done;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  ssize_t done = real_pwrite(fd, data, size, at);
  note_write(fd, data, done, at);
  return done;
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return pwrite(fd, data, size, at); }

static void note(char type, int fd, uint64_t size) {
  const char *path = path_of(fd);
  if (path == NULL) return;
  pthread_mutex_lock(&lock);
  record(type, path, size, "", 0);
  pthread_mutex_unlock(&lock);
}

static uint64_t records_so_far(void) {
  pthread_mutex_lock(&lock);
  uint64_t count = records;
  pthread_mutex_unlock(&lock);
  return count;
}

int fsync(int fd) {
  uint64_t before = records_so_far();
  int done = real_fsync(fd);
  if (done == 0) note('S', fd, before);
  return done;
}
int fdatasync(int fd) {
  uint64_t before = records_so_far();
  int done = real_fdatasync(fd);
  if (done == 0) note('S', fd, before);
  return done;
}
int ftruncate(int fd, off_t size) {
  int done = real_ftruncate(fd, size);
  if (done == 0) note('T', fd, (uint64_t)size);
  return done;
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

int close(int fd) {
  if (fd >= 0 && fd < MAX_FD && paths[fd] != NULL) {
    pthread_mutex_lock(&lock);
    free(paths[fd]);
    paths[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return real_close(fd);
}
int unlink(const char *path) {
  int done = real_unlink(path);
  if (done == 0 && is_watched(path)) {
    pthread_mutex_lock(&lock);
    record('U', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
  }
  return done;
}
int rename(const char *from, const char *to) {
  int done = real_rename(from, to);
  if (done == 0 && is_watched(from)) {
    pthread_mutex_lock(&lock);
    record('R', from, 0, to, strlen(to));
    pthread_mutex_unlock(&lock);
  }
  return done;
}
