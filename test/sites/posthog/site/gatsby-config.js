const path = require('path')

module.exports = {
    trailingSlash: 'never',
    siteMetadata: { title: 'Lantern', siteUrl: 'https://lantern.example' },
    plugins: [
        'gatsby-plugin-sharp',
        { resolve: 'gatsby-plugin-mdx', options: { extensions: ['.mdx', '.md'], gatsbyRemarkPlugins: ['gatsby-remark-autolink-headers'] } },
        { resolve: 'gatsby-source-git', options: { name: 'lantern-main-repo', remote: 'https://git.example/lantern.git', patterns: 'docs/published/**' } },
    ],
}
