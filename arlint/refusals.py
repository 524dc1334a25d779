"""What the system says when it does not do what it is asked to, in Arabic: it knows only English."""

from errno import EACCES, EDQUOT, EEXIST, EFBIG, EIO, EISDIR, ELOOP, EMFILE, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

_ARABIC = {
    ENOENT: "لا وجود له",
    EACCES: "لا إذن بذلك",
    EPERM: "لا إذن بذلك",
    EEXIST: "الاسم مستعمل",
    EISDIR: "هذا مجلد لا ملف",
    ENOTDIR: "في المسار ملف مكان مجلد",
    ENOSPC: "امتلأ القرص",
    EDQUOT: "بلغت حصتك من القرص حدها",
    EFBIG: "بلغ الملف حده",
    EROFS: "القرص للقراءة فقط",
    EIO: "خلل في القرص",
    ENAMETOOLONG: "الاسم أطول مما يُقبل",
    ELOOP: "رابط يعود إلى نفسه",
    EMFILE: "ملفات مفتوحة أكثر مما يُسمح به",
}


def arabic(error: OSError) -> str:
    """Why, as a phrase without a full stop; in the words of the system where it says something rare."""
    return _ARABIC.get(error.errno or 0, error.strerror or str(error))
