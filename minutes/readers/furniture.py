"""Lines around a report that are not the report: prev/next, print and share bars, footers.

Patterns are written for `archive.text.plain`: half-width, simplified. The words are those seen on 115 real
Chinese pages, and their English twins.
"""

import re
from typing import Final

from archive.text import plain

# Whole lines of chrome.
_CHROME: Final = re.compile(
    r"[\s\[\]()<>|/\xb7\u3010\u3011\u300a\u300b\u25a0\u25cf\u25b2\u25bc\u25b6>\xbb\xab-]*(?:"
    r"(?:你|您)?(?:现在|目前|当前)?(?:所在|的)?位置(?:是)?:.*|首页\s*(?:[>/|\xbb]|-+>).*|"
    r"(?:字号|字体(?:大小|显示|设置)?|文字大小|大小)?:?\s*[\[(]?\s*大\s*\|?\s*中\s*\|?\s*小\s*[\])]?.*|[Tt][|+-]\s*[Tt].*|"
    r"(?:打印|关闭|收藏|纠错|返回|分享|举报|复制链接|复制网址|推荐|转发|点赞|评论|朗读|语音播报)(?:本页|本文|此页|此文|窗口|页面|顶部|列表|上页|首页|目录|到|至)?"
    r"(?:\W*(?:打印|关闭|收藏|纠错|返回|分享|举报|转发|点赞|推荐)(?:本页|本文|此页|此文|窗口|页面|顶部|列表|上页|首页|目录|到|至)?)*\W*|"
    r"我要(?:打印|关闭|收藏|纠错|分享|评论|留言).*|分享到?\W.{0,30}|分享让更多人看到|"
    r"扫一扫.{0,20}|扫码.{0,20}|(?:微信)?扫一扫.{0,20}|长按.{0,6}(?:二维码|识别|关注).{0,16}|点击(?:上方|上面|下方|左下角|右上角)?.{0,12}(?:关注|订阅|阅读原文).{0,10}|"
    r"[-\u2014]*\s*(?-i:END|完)\s*[-\u2014]*|阅读原文|写留言|顶一下|踩一下|挑错|\(\d+\)|[-\u2014=*_\s]*分隔线[-\u2014=*_\s]*|在看|赞|原创|预览时标签不可点|继续滑动看下一个|轻触阅读原文|向上滑动看下一个|知道了|展开(?:全文|详细)?|收起|读取中\W*|加载中\W*|"
    r"请?输入验证码.*|验证码:?.*|网友评论.{0,12}|发表评论.*|我要评论.*|文明上网.*|已有\d+人.*|无障碍.{0,8}|简体\W*繁体.*|繁体\W*简体.*|"
    r"打开APP.{0,20}|下载APP.{0,20}|下载客户端.{0,20}|"
    r"(?:Print|Email|Share|Tweet|Listen|Download|Back to top|Skip to (?:main )?content|Print this page|Email this page|"
    r"Share this(?: page| post| article)?|Leave a (?:comment|reply)|Was this page helpful\?.*|Follow us.*|Subscribe.{0,30})"
    r"(?:\W+(?:Print|Email|Share|Tweet|Listen|Download|Facebook|Twitter|LinkedIn|Email this page|Print this page))*"
    r")[\s\[\]()|\u3010\u3011]*",
    re.IGNORECASE,
)
# Lines after which the report is over, when no prose follows.
_ENDING: Final = re.compile(
    r"[\s\[\]()<>|\u3010\u3011\xab\xbb\u25a0\u25cf\u25b2\u25bc\u2190\u2191\u2192\u2193*#-]*(?:"
    r"上一?[篇条页则](?:新闻|文章|信息)?(?:\W|$)|下一?[篇条页则](?:新闻|文章|信息)?(?:\W|$)|没有了|前一篇|后一篇|"
    r"相关(?:新闻|文章|阅读|链接|报道|资讯|信息|内容|推荐|专题|稿件)|推荐(?:阅读|新闻|文章|内容)|(?:最新|网友|全部|热门)评论|评论列表|发表评论|(?:温馨|友情)提示:.{0,80}(?:浏览|本站|网站|分辨率)|延伸阅读|热点(?:新闻|推荐|文章|关注)|热门(?:新闻|推荐|文章|点击)|"
    r"最新(?:新闻|文章|动态|消息)$|大家(?:都|还)?在看|猜你喜欢|为您推荐|更多(?:新闻|内容|精彩)|近期文章|"
    r".{0,20}版权所有|版权声明|(?:校园|通知|站内|网站)公告$|您对本文的?评价|Is this page useful|Copyright|\xa9|[^\s]{0,6}ICP备|备案(?:序)?号|.{0,4}公网安备|技术支持:|网站标识码|主办(?:单位)?:.{0,40}(?:网站|备案|电话|地址)|"
    r"(?:免责)?声明:.{0,40}(?:转载|本网|本站|网站)|"
    r"(?:Previous|Next)(?: post| article| page|:|$)|Related (?:posts|articles|news|links|content|documents)|You may also like|"
    r"Recent posts|Leave a (?:comment|reply)|Share this|All rights reserved|Privacy policy|Contact us$|Back to top"
    r")",
    re.IGNORECASE,
)
_HEAD_ONLY: Final = 12  # characters of a heading over a list of other articles
_LONG: Final = 160  # chrome is shorter


def is_chrome(text: str) -> bool:
    """Whether `text` is a line of the page's own controls: 当前位置, 字号, 打印, 分享, 扫一扫."""
    return len(text) <= _LONG and "\u3002" not in text and bool(_CHROME.fullmatch(plain(text)))


def is_ending(text: str) -> bool:
    """Whether `text` stands after the end of an article: 上一篇, 相关新闻, 版权所有."""
    return bool(_ENDING.match(plain(text[:_LONG])))


def is_ending_heading(text: str) -> bool:
    """Whether `text` is a heading over other articles or comments, which may themselves be prose: 相关新闻, 最新评论."""
    return len(text) <= _HEAD_ONLY + 10 * text.isascii() and is_ending(text)
