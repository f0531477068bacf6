module.exports = {
    siteMetadata: {
        title: 'Tidewater',
        siteUrl: 'https://tidewater.example',
    },
    plugins: [
        'gatsby-plugin-mdx',
        {
            resolve: 'gatsby-source-filesystem',
            options: { name: 'contents', path: `${__dirname}/contents` },
        },
    ],
}
