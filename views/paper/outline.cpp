#include "views/paper/outline.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>
#include <span>
#include <utility>

namespace polder {

namespace {

using Handle = QPDFObjectHandle;

/// Where a bookmark leads to: that height of the page, as large as the reader sees it now.
Handle destinationOf(const Bookmark &bookmark, std::vector<QPDFPageObjectHelper> &pages) {
    return Handle::newArray({pages.at(static_cast<std::size_t>(bookmark.page)).getObjectHandle(),
                             Handle::newName("/XYZ"), Handle::newNull(), Handle::newReal(bookmark.below, 1),
                             Handle::newNull()});
}

/// The last of the children.
void append(Handle &parent, Handle &item) {
    item.replaceKey("/Parent", parent);
    if (Handle last = parent.getKey("/Last"); last.isDictionary()) {
        last.replaceKey("/Next", item);
        item.replaceKey("/Prev", last);
    } else {
        parent.replaceKey("/First", item);
    }
    parent.replaceKey("/Last", item);
    Handle count = parent.getKey("/Count");
    parent.replaceKey("/Count", Handle::newInteger(count.isInteger() ? count.getIntValue() + 1 : 1));
}

void addOutline(QPDF &document, const std::vector<Bookmark> &bookmarks) {
    auto pages = QPDFPageDocumentHelper(document).getAllPages();
    Handle outline = document.makeIndirectObject(Handle::newDictionary());
    outline.replaceKey("/Type", Handle::newName("/Outlines"));
    std::vector<std::pair<int, Handle>> above; // the last bookmark, what it is below of, and so on, by level
    for (const auto &bookmark : bookmarks) {
        Handle item = document.makeIndirectObject(Handle::newDictionary());
        item.replaceKey("/Title", Handle::newUnicodeString(bookmark.title.toStdString()));
        item.replaceKey("/Dest", destinationOf(bookmark, pages));
        while (!above.empty() && above.back().first >= bookmark.level) {
            above.pop_back();
        }
        append(above.empty() ? outline : above.back().second, item);
        above.emplace_back(bookmark.level, item);
    }
    Handle root = document.getRoot();
    root.replaceKey("/Outlines", outline);
    root.replaceKey("/PageMode", Handle::newName("/UseOutlines"));
}

} // namespace

QByteArray withOutline(const std::vector<QByteArray> &parts, const std::vector<Bookmark> &bookmarks,
                       const QDateTime &made) {
    if (std::ranges::all_of(parts, &QByteArray::isEmpty)) { // it was printed
        return {};
    }
    try {
        std::vector<std::unique_ptr<QPDF>> documents; // until all is written: pages stay where they came from
        for (const auto &part : parts) {
            documents.push_back(std::make_unique<QPDF>());
            documents.back()->processMemoryFile("paper", part.constData(), static_cast<std::size_t>(part.size()));
        }
        QPDF &document = *documents.front();
        QPDFPageDocumentHelper pages(document);
        for (const auto &more : std::span(documents).subspan(1)) {
            for (const auto &page : QPDFPageDocumentHelper(*more).getAllPages()) {
                pages.addPage(page, false);
            }
        }
        if (Handle info = document.getTrailer().getKey("/Info"); made.isValid() && info.isDictionary()) {
            const QString date = made.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
            info.replaceKey("/CreationDate", Handle::newString(date.toStdString()));
        }
        if (!bookmarks.empty()) {
            addOutline(document, bookmarks);
        }
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setDeterministicID(true);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char *>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize())};
    } catch (const std::exception &trouble) {
        qWarning("The paper is written without its outline: %s", trouble.what());
        return parts.size() == 1 ? parts.front() : QByteArray();
    }
}

} // namespace polder
