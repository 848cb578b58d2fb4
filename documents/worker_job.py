"""A job object of Windows: it ends a worker with every program the worker started, also when its parent is killed."""

from __future__ import annotations

import ctypes
import sys

__all__ = ["Job"]

_LIMITS = 9  # JobObjectExtendedLimitInformation
_KILL_ON_CLOSE, _PROCESS_MEMORY = 0x2000, 0x100
_RIGHTS = 0x0100 | 0x0001  # PROCESS_SET_QUOTA, PROCESS_TERMINATE


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_set", ctypes.c_size_t),
        ("most_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


class Job:
    """Holds a process and all it starts. The system ends them when the job's one handle, which is ours, is closed."""

    def __init__(self, pid: int, memory: int) -> None:
        """Put a process into a job in which none may take more than `memory` bytes.

        A system that refuses leaves it unbounded: then only the parent's clock stops it.
        """
        self._job = 0
        if sys.platform == "win32":
            self._calls = ctypes.WinDLL("kernel32", use_last_error=True)
            self._calls.CreateJobObjectW.restype = self._calls.OpenProcess.restype = ctypes.c_void_p
            self._job = self._calls.CreateJobObjectW(None, None) or 0
            job = ctypes.c_void_p(self._job)
            wanted = _Extended(basic=_Basic(flags=_KILL_ON_CLOSE | _PROCESS_MEMORY), process_memory=memory)
            self._calls.SetInformationJobObject(job, _LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
            process = ctypes.c_void_p(self._calls.OpenProcess(_RIGHTS, 0, pid))
            self._calls.AssignProcessToJobObject(job, process)
            self._calls.CloseHandle(process)

    def end(self) -> None:
        """End whatever runs in the job."""
        if sys.platform == "win32" and self._job:
            self._calls.TerminateJobObject(ctypes.c_void_p(self._job), 1)

    def close(self) -> None:
        """Give the handle back; what still runs in the job ends with it."""
        job, self._job = self._job, 0
        if sys.platform == "win32" and job:
            self._calls.CloseHandle(ctypes.c_void_p(job))
